package org.casus.fusion;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** Knows from {@code acts.tsv} which words tell one kind of act. */
final class Acts {
    private static final int STEM = 4;

    private final ImmutableSetMultimap<String, Integer> lines;

    Acts() {
        ImmutableSetMultimap.Builder<String, Integer> builder = ImmutableSetMultimap.builder();
        int number = 0;
        for (String line : read()) {
            number++;
            if (!line.startsWith("#")) {
                for (String word : Splitter.on('\t').split(line)) {
                    builder.put(word, number);
                }
            }
        }
        lines = builder.build();
    }

    private static Iterable<String> read() {
        try {
            return Resources.readLines(Resources.getResource(Acts.class, "acts.tsv"), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** True where a line of the table holds both words: they can tell of one act. */
    boolean areAlike(String one, String other) {
        return !Collections.disjoint(lines.get(one), lines.get(other));
    }

    /** "kill" and "killing", "explode" and "explosion". */
    static boolean shareStem(String one, String other) {
        return one.equals(other)
                || (Math.min(one.length(), other.length()) >= STEM && one.regionMatches(0, other, 0, STEM));
    }
}
