package org.casus.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.article.Span;

/**
 * Names whose type the CRF does not see: those of {@code known-names.tsv}, and of towns by where they stand, as in
 * "Alma, east of Tikrit" or "the shelling of Jobar".
 */
final class KnownNames {
    private static final Set<String> AT = Set.of("in", "at", "near", "outside", "from");
    private static final Set<String> TRUST = WordList.read("trust.txt");

    private static final Pattern FAR = Pattern.compile(
            "just|about|some|around|roughly|nearly|over|\\d.*|kms?|kilomet(?:er|re)s?|miles?|to|the|far",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTION =
            Pattern.compile("(?:north|south)(?:-?(?:east|west))?|east|west", Pattern.CASE_INSENSITIVE);
    /** What begins a sentence may be any word. */
    private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{Ll}+");

    /** Tokens of the longest: "Tehreek-e-Taliban Pakistan" has six. */
    private static final int LONGEST = 6;

    private final Map<String, EntityMention.Type> names;
    private final NameCues cues = NameCues.load();

    private KnownNames(Map<String, EntityMention.Type> names) {
        this.names = names;
    }

    static KnownNames load() {
        return new KnownNames(WordList.rows("known-names.tsv").stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> EntityMention.Type.valueOf(row.get(1)))));
    }

    /**
     * The same names, with these as what they are; in an article that speaks of a person so named they stay a person's.
     */
    List<List<EntityMention>> settle(List<List<EntityMention>> names, List<List<Token>> tokens) {
        Set<String> people = names.stream()
                .flatMap(List::stream)
                .filter(name -> name.type() == EntityMention.Type.PERSON && name.end() - name.first() > 1)
                .filter(name -> !this.names.containsKey(name.text()))
                .flatMap(name -> Stream.of(name.text().split(" ")))
                .collect(Collectors.toSet());
        Map<String, EntityMention.Type> told = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (EntityMention name : names.get(i)) {
                cues.type(name, tokens.get(i)).ifPresent(type -> told.putIfAbsent(name.text(), type));
                if (isTitled(name, tokens.get(i))) {
                    people.add(name.text());
                }
            }
        }
        told.keySet().removeAll(people);
        List<List<EntityMention>> settled = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            List<EntityMention> typed =
                    names.get(i).stream().map(name -> typed(name, told)).toList();
            settled.add(settle(typed, tokens.get(i), people));
        }
        return settled;
    }

    /** "General Bucha" */
    private static boolean isTitled(EntityMention name, List<Token> sentence) {
        return name.type() == EntityMention.Type.PERSON
                && name.first() > 0
                && sentence.get(name.first() - 1).isProper();
    }

    /** One that is told beside one mention is told for all: "the siege of Jobar ... captured Jobar". */
    private static EntityMention typed(EntityMention name, Map<String, EntityMention.Type> told) {
        return name.type() == EntityMention.Type.PERSON && told.containsKey(name.text())
                ? as(told.get(name.text()), name)
                : name;
    }

    private List<EntityMention> settle(List<EntityMention> names, List<Token> sentence, Set<String> people) {
        List<EntityMention> settled = new ArrayList<>(names.stream()
                .map(name -> !people.contains(name.text()) && (isLocated(name, sentence) || isWithin(name, sentence))
                        ? as(EntityMention.Type.LOCATION, name)
                        : name)
                .toList());
        for (int i = 0; i < sentence.size(); i++) {
            Optional<EntityMention> known = listed(sentence, i).filter(name -> !people.contains(name.text()));
            if (known.isPresent() && settled.stream().noneMatch(name -> isMore(name, known.get()))) {
                settled.removeIf(name -> overlap(name, known.get()));
                settled.add(known.get());
                i = known.get().end() - 1;
            }
        }
        settled.sort(Comparator.comparingInt(EntityMention::first));
        return List.copyOf(settled);
    }

    /** The longest of the table that begins there; "General Bucha" has a title. */
    private Optional<EntityMention> listed(List<Token> sentence, int first) {
        Token opening = sentence.get(first);
        if (!Character.isUpperCase(opening.text().codePointAt(0))
                || (first > 0 && sentence.get(first - 1).isProper())) {
            return Optional.empty();
        }
        Optional<EntityMention> longest = Optional.empty();
        String text = "";
        for (int i = first; i < Math.min(sentence.size(), first + LONGEST); i++) {
            boolean apart = i > first
                    && sentence.get(i - 1).span().end() < sentence.get(i).span().begin();
            text += (apart ? " " : "") + sentence.get(i).text();
            EntityMention.Type type = names.get(text);
            boolean word =
                    first == 0 && !opening.isProper() && WORD.matcher(text).matches();
            if (type != null && !word) {
                Span span = new Span(
                        sentence.get(first).span().begin(),
                        sentence.get(i).span().end());
                longest = Optional.of(new EntityMention(type, first, i + 1, span, text));
            }
        }
        return longest;
    }

    /** "Kyiv Post" is no town. */
    private static boolean isMore(EntityMention name, EntityMention known) {
        return overlap(name, known) && (name.first() < known.first() || name.end() > known.end());
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

    /** "Fighting in Norvik": but confidence is had in a person, and "in Norvik affairs" says whose. */
    private static boolean isWithin(EntityMention name, List<Token> sentence) {
        if (name.type() != EntityMention.Type.PERSON || name.first() < 2 || name.end() - name.first() > 1) {
            return false;
        }
        String before = sentence.get(name.first() - 1).text().toLowerCase(Locale.ROOT);
        boolean alone =
                name.end() == sentence.size() || !sentence.get(name.end()).pos().matches("NN.*|POS|JJ|HYPH");
        boolean trust = TRUST.contains(sentence.get(name.first() - 2).lemma());
        return alone && (before.matches("near|outside") || (before.equals("in") && !trust));
    }

    private static String text(List<Token> sentence, int at) {
        return at < sentence.size() ? sentence.get(at).text() : "";
    }

    private static EntityMention as(EntityMention.Type type, EntityMention name) {
        return new EntityMention(type, name.first(), name.end(), name.span(), name.text());
    }
}
