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
    private static final int STEM = 5;

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

    /** True where both words can tell of one act: of one stem, or in one line of the table. */
    boolean areAlike(String one, String other) {
        return one.equals(other) || shareStem(one, other) || !Collections.disjoint(lines.get(one), lines.get(other));
    }

    /** "kill" and "killing", "explode" and "explosion". */
    private static boolean shareStem(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int shared = 0;
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= STEM || (shared == shorter && shared >= STEM - 1);
    }
}
