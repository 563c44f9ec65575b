package org.casus.extraction;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Classes of words that rules ask for by name, as the user may read and change them. */
final class WordClasses {
    private static final Map<String, Set<String>> CLASSES = read();

    private WordClasses() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> classes = new HashMap<>();
        for (Table.Row row : Table.read("word-classes.tsv", 3)) {
            if (classes.put(row.cell(0), Set.copyOf(row.list(1, ","))) != null) {
                throw row.fault("a second row for " + row.cell(0));
            }
        }
        return classes;
    }

    /** The lemmas of a class. */
    static Set<String> of(String name) {
        Set<String> words = CLASSES.get(name);
        if (words == null) {
            throw new IllegalArgumentException("no class " + name + " in word-classes.tsv");
        }
        return words;
    }
}
