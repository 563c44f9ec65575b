package org.casus.annotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.article.Span;

/** Places that the CRF takes for people or passes over: those of {@code towns.tsv}, and "Alma, east of Tikrit". */
final class Towns {
    private static final Set<String> AT = Set.of("in", "at", "near", "outside", "from");
    private static final Pattern FAR = Pattern.compile(
            "just|about|some|around|roughly|nearly|over|\\d.*|kms?|kilomet(?:er|re)s?|miles?|to|the|far",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTION =
            Pattern.compile("(?:north|south)(?:-?(?:east|west))?|east|west", Pattern.CASE_INSENSITIVE);
    /** Tokens of the longest: "Cap-Haïtien" has three, "Mocimboa da Praia" too. */
    private static final int LONGEST = 4;

    private final Set<String> names;

    private Towns(Set<String> names) {
        this.names = names;
    }

    static Towns load() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Towns.class.getResourceAsStream("towns.tsv")), StandardCharsets.UTF_8))) {
            return new Towns(table.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same names, with a town's as one; in an article that speaks of a person so named it stays a person's. */
    List<List<EntityMention>> settle(List<List<EntityMention>> names, List<List<Token>> tokens) {
        Set<String> people = names.stream()
                .flatMap(List::stream)
                .filter(name -> name.type() == EntityMention.Type.PERSON && name.end() - name.first() > 1)
                .filter(name -> !this.names.contains(name.text()))
                .flatMap(name -> Stream.of(name.text().split(" ")))
                .collect(Collectors.toSet());
        List<List<EntityMention>> settled = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            settled.add(settle(names.get(i), tokens.get(i), people));
        }
        return settled;
    }

    private List<EntityMention> settle(List<EntityMention> names, List<Token> sentence, Set<String> people) {
        List<EntityMention> settled = new ArrayList<>(names.stream()
                .map(name -> isLocated(name, sentence) && !people.contains(name.text()) ? town(name) : name)
                .toList());
        for (int i = 0; i < sentence.size(); i++) {
            Optional<EntityMention> town = listed(sentence, i).filter(name -> !people.contains(name.text()));
            if (town.isPresent() && settled.stream().noneMatch(name -> isMore(name, town.get()))) {
                settled.removeIf(name -> overlap(name, town.get()));
                settled.add(town.get());
                i = town.get().end() - 1;
            }
        }
        settled.sort(Comparator.comparingInt(EntityMention::first));
        return List.copyOf(settled);
    }

    /** The longest of the table that begins there; "General Bucha" has a title. */
    private Optional<EntityMention> listed(List<Token> sentence, int first) {
        boolean name = first == 0
                ? sentence.get(first).isProper()
                : Character.isUpperCase(sentence.get(first).text().codePointAt(0))
                        && !sentence.get(first - 1).isProper();
        if (!name) {
            return Optional.empty();
        }
        Optional<EntityMention> longest = Optional.empty();
        String text = "";
        for (int i = first; i < Math.min(sentence.size(), first + LONGEST); i++) {
            boolean apart = i > first
                    && sentence.get(i - 1).span().end() < sentence.get(i).span().begin();
            text += (apart ? " " : "") + sentence.get(i).text();
            if (names.contains(text)) {
                Span span = new Span(
                        sentence.get(first).span().begin(),
                        sentence.get(i).span().end());
                longest = Optional.of(new EntityMention(EntityMention.Type.LOCATION, first, i + 1, span, text));
            }
        }
        return longest;
    }

    /** "Kyiv Post" is no town. */
    private static boolean isMore(EntityMention name, EntityMention town) {
        return overlap(name, town) && (name.first() < town.first() || name.end() > town.end());
    }

    private static boolean overlap(EntityMention name, EntityMention other) {
        return name.first() < other.end() && other.first() < name.end();
    }

    private static boolean isLocated(EntityMention name, List<Token> sentence) {
        boolean there = name.first() > 0
                && AT.contains(sentence.get(name.first() - 1).text().toLowerCase(Locale.ROOT));
        if (!there || !text(sentence, name.end()).equals(",")) {
            return false;
        }
        int at = name.end() + 1;
        while (FAR.matcher(text(sentence, at)).matches()) {
            at++;
        }
        return DIRECTION.matcher(text(sentence, at)).matches()
                && text(sentence, at + 1).equals("of");
    }

    private static String text(List<Token> sentence, int at) {
        return at < sentence.size() ? sentence.get(at).text() : "";
    }

    private static EntityMention town(EntityMention name) {
        return new EntityMention(EntityMention.Type.LOCATION, name.first(), name.end(), name.span(), name.text());
    }
}
