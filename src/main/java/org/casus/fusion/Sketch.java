package org.casus.fusion;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Enough of a text to tell whether another is nearly the same: the least hashes of its shingles of four words, whose
 * overlap estimates the resemblance of both (Broder 1997, On the resemblance and containment of documents).
 */
final class Sketch implements Serializable {
    private static final int WORDS = 4;
    private static final int SIZE = 64;
    /** Two texts of fewer shingles may be alike by chance. */
    private static final int LEAST = 10;

    private static final double COPIED = 0.7;
    private static final Splitter AT_NO_LETTER =
            Splitter.on(Pattern.compile("[^\\p{L}\\p{N}]+")).omitEmptyStrings();

    /** Ascending. */
    private final int[] least;

    private Sketch(int[] least) {
        this.least = least;
    }

    /** No shingle reaches over the end of a sentence, so the order of the sentences does not matter. */
    static Sketch of(Collection<String> sentences) {
        TreeSet<Integer> hashes = new TreeSet<>();
        for (String sentence : sentences) {
            List<String> words = AT_NO_LETTER.splitToList(sentence.toLowerCase(Locale.ROOT));
            for (int i = 0; i + WORDS <= words.size(); i++) {
                hashes.add(Hashing.murmur3_32_fixed()
                        .hashString(String.join(" ", words.subList(i, i + WORDS)), StandardCharsets.UTF_8)
                        .asInt());
                if (hashes.size() > SIZE) {
                    hashes.pollLast();
                }
            }
        }
        return new Sketch(hashes.stream().mapToInt(Integer::intValue).toArray());
    }

    boolean isCopyOf(Sketch other) {
        if (least.length < LEAST || other.least.length < LEAST) {
            return false;
        }
        int union = 0;
        int both = 0;
        int i = 0;
        int j = 0;
        while (union < SIZE && (i < least.length || j < other.least.length)) {
            boolean mine = j == other.least.length || (i < least.length && least[i] <= other.least[j]);
            boolean theirs = i == least.length || (j < other.least.length && other.least[j] <= least[i]);
            union++;
            both += mine && theirs ? 1 : 0;
            i += mine ? 1 : 0;
            j += theirs ? 1 : 0;
        }
        return both >= COPIED * union;
    }

    /** Some of its hashes, of which any copy is all but sure to have one too. */
    IntStream marks(int number) {
        return IntStream.of(least).limit(number);
    }
}
