package org.casus.export;

import java.util.List;
import java.util.Optional;

/** Whose columns a table of events has; {@code docs/exports.md} says what stands in each. */
public enum Profile {
    CASUS,
    GDELT,
    ACLED,
    POLECAT;

    List<Column> columns() {
        return switch (this) {
            case CASUS -> CasusColumns.COLUMNS;
            case GDELT -> GdeltColumns.COLUMNS;
            case ACLED -> AcledColumns.COLUMNS;
            case POLECAT -> PolecatColumns.COLUMNS;
        };
    }

    /** The names of the columns, in their order. */
    public List<String> names() {
        return columns().stream().map(Column::name).toList();
    }

    /** Why an event has no row; empty where it has one. The others code what happened, and ACLED a part of that. */
    Optional<String> leavesOut(EventRecord event) {
        if (this != CASUS && !event.happened()) {
            return Optional.of("no report says that it happened");
        }
        return this == ACLED && AcledColumns.code(event).isEmpty()
                ? Optional.of("not what ACLED records")
                : Optional.empty();
    }
}
