package org.casus.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Verbs whose subject is the voice behind what they govern. */
final class Sayings {
    /** In words, in thought, or as a plan. */
    enum Kind {
        SAY,
        THINK,
        INTEND
    }

    private final Map<String, Kind> kinds = new HashMap<>();

    Sayings() {
        for (Table.Row row : Table.read("sayings.tsv", 2)) {
            try {
                kinds.put(row.cell(0), Kind.valueOf(row.cell(1).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw row.fault("no kind of saying " + row.cell(1));
            }
        }
    }

    Optional<Kind> kind(String lemma) {
        return Optional.ofNullable(kinds.get(lemma));
    }
}
