package org.casus.fusion;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names by which texts know an event of many acts: "2020 war", "24-hour military operation". */
final class EventNames {
    private static final int LONGEST = 6;
    private static final Splitter AT_SPACE = Splitter.on(' ').omitEmptyStrings();
    /** What stands before a name: "the", "Azerbaijan's". */
    private static final Pattern BEFORE =
            Pattern.compile("(?i)the|an?|this|that|its|their|his|her|our|.+['’]s|.+s['’]");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.–-]*");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i).*\\d.*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-(?:hour|day|week|month|year)s?");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{L}.*");

    private enum By {
        NUMBER,
        NAME,
        OUTCOME
    }

    private final Map<String, By> nouns = read();
    /** What "victory" or "defeat" is followed by: "in the 2020 war". */
    private final Pattern inWhich = Pattern.compile("(?i)^ (?:in|of|during) ((?:[^ ,.;:]+ ){2,6}?)(%s)\\b"
            .formatted(String.join(
                    "|", Maps.filterValues(nouns, by -> by != By.OUTCOME).keySet())));

    /**
     * A name, and the noun that ends it.
     *
     * @param words without article or owner
     */
    record Name(String words, String noun) {}

    /** True where a report with such a trigger may tell of a named event. */
    boolean canName(String lemma) {
        return nouns.containsKey(lemma);
    }

    /** The name at a trigger, of which the offsets in its sentence are told. */
    Optional<Name> at(String sentence, int begin, int end) {
        String noun = sentence.substring(begin, end).toLowerCase(Locale.ROOT);
        By by = nouns.get(noun);
        if (by == null) {
            return Optional.empty();
        }
        if (by != By.OUTCOME) {
            return named(sentence.substring(0, begin), sentence.substring(begin, end));
        }
        Matcher after = inWhich.matcher(sentence.substring(end));
        return after.find() ? named(after.group(1), after.group(2)) : Optional.empty();
    }

    private Optional<Name> named(String before, String noun) {
        By by = nouns.getOrDefault(noun.toLowerCase(Locale.ROOT), By.NUMBER);
        List<String> words = new ArrayList<>();
        for (String word : Lists.reverse(AT_SPACE.splitToList(before))) {
            if (BEFORE.matcher(word).matches()) {
                Collections.reverse(words);
                return telling(words, noun, by);
            }
            if (words.size() == LONGEST || !WORD.matcher(word).matches()) {
                return Optional.empty();
            }
            words.add(word);
        }
        return Optional.empty();
    }

    /** From the first word on that tells it from others: of "swift 24-hour operation" without "swift". */
    private static Optional<Name> telling(List<String> words, String noun, By by) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (NUMBER.matcher(word).matches()
                    || (by == By.NAME && CAPITALISED.matcher(word).matches())) {
                String name = String.join(" ", words.subList(i, words.size())) + " " + noun;
                return Optional.of(new Name(name, noun.toLowerCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, By> read() {
        ImmutableMap.Builder<String, By> nouns = ImmutableMap.builder();
        try {
            Resources.readLines(Resources.getResource(EventNames.class, "named.tsv"), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Splitter.on('\t')::splitToList)
                    .forEach(fields ->
                            nouns.put(fields.get(0), By.valueOf(fields.get(1).toUpperCase(Locale.ROOT))));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return nouns.buildOrThrow();
    }
}
