package org.casus.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first few that were wrong, in words. */
final class Misses {
    private final int most;
    private final List<String> told = new ArrayList<>();

    Misses(int most) {
        this.most = most;
    }

    /** @param words asked for only where there is room */
    void add(Fields gold, Supplier<String> words) {
        if (told.size() < most) {
            told.add(gold.place() + ": " + words.get());
        }
    }

    /** What was said, or that nothing was. */
    static String joined(Stream<String> said) {
        return said.collect(
                Collectors.collectingAndThen(Collectors.joining("; "), words -> words.isEmpty() ? "nothing" : words));
    }

    List<String> told() {
        return List.copyOf(told);
    }
}
