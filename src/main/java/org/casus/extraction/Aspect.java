package org.casus.extraction;

import java.util.Locale;

/** What a predicate tells of a state: that it holds, begins or ends. */
enum Aspect {
    HOLDS,
    BEGINS,
    ENDS;

    /** @throws IllegalArgumentException naming file and line, where the cell names no aspect */
    static Aspect of(Table.Row row, int column) {
        try {
            return valueOf(row.cell(column).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.fault("not holds, begins or ends: " + row.cell(column));
        }
    }
}
