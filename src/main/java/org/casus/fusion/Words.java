package org.casus.fusion;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How telling a word is: the rarer in news of any kind, the more. The counts in {@code words.tsv} are of the sentences
 * that the classifier learned from, so that a weight hangs on no store.
 */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final int STEM = 5;
    /** A word in more than this share of sentences is a noun such as "police", not a name. */
    private static final double COMMON = 0.0006;

    private final Map<String, Integer> counts = new HashMap<>();
    private final double sentences;

    Words() {
        List<String> lines = read();
        sentences = Double.parseDouble(lines.get(0).substring(lines.get(0).lastIndexOf(' ') + 1));
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = Splitter.on('\t').splitToList(line);
            counts.put(fields.get(0), Integer.valueOf(fields.get(1)));
        }
    }

    private static List<String> read() {
        try {
            return Resources.readLines(Resources.getResource(Words.class, "words.tsv"), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The stems of a text, as often as they stand there. */
    static Stream<String> stems(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).map(Words::stem);
    }

    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() <= STEM ? lower : lower.substring(0, STEM);
    }

    double weight(String stem) {
        return Math.log((sentences + 1) / (counts.getOrDefault(stem, 0) + 0.5));
    }

    boolean isCommon(String word) {
        return counts.getOrDefault(stem(word), 0) > COMMON * sentences;
    }
}
