package org.casus.cli;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that somebody meant. */
final class Nearest {
    private Nearest() {}

    /** Of some names, at least one, that in which the fewest letters differ; a name's last part may stand for it. */
    static String to(String word, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt((String name) ->
                                Math.min(distance(word, name), distance(word, name.substring(name.indexOf('/') + 1))))
                        .thenComparing(name -> name))
                .orElseThrow();
    }

    /** How many letters have to be put in, left out or replaced (Levenshtein). */
    static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[to.length()];
    }
}
