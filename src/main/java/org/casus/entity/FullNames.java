package org.casus.entity;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.casus.extraction.Extraction;
import org.casus.extraction.Mention;

/** What the short names of an article are short for: "Pashinyan" for "Nikol Pashinyan", "RUF" for what it spells. */
final class FullNames {
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final int SHORTEST_ACRONYM = 2;
    /** How a text gives a name its short form: "the Human Rights Office (OHCHR)", "the party (GD)". */
    private static final Pattern INTRODUCED =
            Pattern.compile("(?:\\s\\p{Ll}+)?\\s?\\((?:the )?(\\p{Lu}[\\p{Lu}\\d-]{1,9})\\)");

    private static final CharMatcher LETTERS = CharMatcher.forPredicate(Character::isLetter);
    private static final Set<String> TIMES = Set.of("CET", "EDT", "EST", "GMT", "PDT", "PST", "UTC");

    /** Each way to shorten a full name, folded, to the full names that it may be short for, folded. */
    private final SetMultimap<String, String> byShort = LinkedHashMultimap.create();

    private final SetMultimap<String, String> byAcronym = LinkedHashMultimap.create();
    private final Map<String, String> written = new LinkedHashMap<>();

    private final Gazetteer gazetteer;

    FullNames(Extraction extraction, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        String text = extraction.annotated().article().text();
        for (Mention mention : extraction.mentions()) {
            if (mention.name() == null) {
                continue;
            }
            String name = mention.name().of(text);
            if (mention.kind() == Mention.Kind.PERSON) {
                addPerson(name);
            } else if (mention.kind() == Mention.Kind.ORGANISATION) {
                addOrganisation(name);
                addIntroduced(text, mention.name().end(), name);
                addIntroduced(text, mention.span().end(), name);
            }
        }
    }

    private void addIntroduced(String text, int end, String name) {
        Matcher introduced = INTRODUCED.matcher(text).region(end, text.length());
        if (introduced.lookingAt() && isShortFor(introduced.group(1), name)) {
            byAcronym.put(introduced.group(1), name);
        }
    }

    /** By its letters; or in another language, where it is no known name and no time: "(AFP)", "(R-TX)", "(GMT)". */
    private boolean isShortFor(String acronym, String name) {
        boolean unknown = LETTERS.matchesAllOf(acronym)
                && !TIMES.contains(acronym)
                && gazetteer.find(acronym).isEmpty();
        return unknown || spells(acronym, SurfaceForm.fold(name));
    }

    /** Whether the letters stand in the name one after another, the first of them at the beginning of a word. */
    private static boolean spells(String acronym, String name) {
        String letters = SurfaceForm.fold(acronym);
        return IntStream.range(0, name.length())
                .filter(i -> i == 0 || !Character.isLetterOrDigit(name.charAt(i - 1)))
                .anyMatch(i -> name.charAt(i) == letters.charAt(0) && standsIn(letters, name.substring(i)));
    }

    private static boolean standsIn(String letters, String name) {
        int at = -1;
        for (int i = 0; i < letters.length(); i++) {
            at = name.indexOf(letters.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private void addPerson(String name) {
        String folded = SurfaceForm.of(name).folded();
        List<String> words = WORDS.splitToList(folded);
        if (words.size() < 2) {
            return;
        }
        written.putIfAbsent(folded, name);
        for (int i = 1; i < words.size(); i++) {
            byShort.put(String.join(" ", words.subList(i, words.size())), folded);
        }
        byShort.put(words.get(0), folded);
    }

    private void addOrganisation(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : WORDS.split(name.replace('-', ' '))) {
            if (Character.isUpperCase(word.charAt(0)) && !word.equals("The")) {
                initials.append(word.charAt(0));
            }
        }
        if (initials.length() >= SHORTEST_ACRONYM) {
            byAcronym.put(initials.toString(), name);
        }
    }

    /** The full name that the article has for a person's short one; the name itself where it has none, or several. */
    String person(String name) {
        String folded = SurfaceForm.of(name).folded();
        Set<String> full = byShort.get(folded);
        return full.size() == 1 ? written.getOrDefault(full.iterator().next(), name) : name;
    }

    /** Whether the name is short for several persons of the article. */
    boolean severalPersons(String name) {
        return byShort.get(SurfaceForm.of(name).folded()).size() > 1;
    }

    /** The name that an organisation's acronym is made of, where the article has one such name. */
    String organisation(String name) {
        Set<String> full = byAcronym.get(name.replace(".", ""));
        return full.size() == 1 ? full.iterator().next() : name;
    }
}
