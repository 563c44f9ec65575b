package org.casus.annotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places that the CRF takes for people or passes over: those of {@code towns.tsv}, and "Alma, east of Tikrit". */
final class Towns {
    private static final Set<String> AT = Set.of("in", "at", "near", "outside", "from");
    private static final Pattern FAR = Pattern.compile(
            "just|about|some|around|roughly|nearly|over|\\d.*|kms?|kilomet(?:er|re)s?|miles?|to|the|far",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTION =
            Pattern.compile("(?:north|south)(?:-?(?:east|west))?|east|west", Pattern.CASE_INSENSITIVE);

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
                .flatMap(name -> Stream.of(name.text().split(" ")))
                .collect(Collectors.toSet());
        List<List<EntityMention>> settled = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            List<Token> sentence = tokens.get(i);
            settled.add(names.get(i).stream()
                    .map(name -> isTown(name, sentence) && !people.contains(name.text()) ? town(name) : name)
                    .toList());
        }
        return settled;
    }

    /** "General Bucha" has a title. */
    private boolean isTown(EntityMention name, List<Token> sentence) {
        boolean listed = name.type() == EntityMention.Type.PERSON
                && names.contains(name.text())
                && (name.first() == 0 || !sentence.get(name.first() - 1).isProper());
        return listed || isLocated(name, sentence);
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
