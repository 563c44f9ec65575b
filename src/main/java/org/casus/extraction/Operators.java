package org.casus.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Predicates and adverbs that say how sure an act is, and what the words themselves then are: "plans to", "refused to".
 */
final class Operators {
    /**
     * One operator; what is null stays as it is.
     *
     * @param cooperation the event that the words are where the act would be cooperation
     * @param conflict the event that the words are where the act would be conflict
     * @param yielding the event that the words are where the act would be giving way; null: as for cooperation
     */
    record Operator(
            Factuality.@Nullable Certainty certainty,
            Factuality.@Nullable Polarity polarity,
            Factuality.@Nullable Tense tense,
            @Nullable EventType cooperation,
            @Nullable EventType conflict,
            @Nullable EventType yielding,
            String place) {
        Factuality apply(Factuality below) {
            Factuality result = below;
            if (certainty != null && certainty.compareTo(below.certainty()) > 0) {
                result = result.with(certainty);
            }
            if (polarity != null) {
                result = result.with(polarity);
            }
            return tense == null ? result : result.with(tense);
        }

        /** True where the words are an event of their own. */
        boolean isEvent() {
            return cooperation != null || conflict != null;
        }

        /** What a promise, a threat or a refusal of an act of that type is: to mean to ask or to blame is to do so. */
        Optional<EventType> event(EventType act) {
            if (conflict == EventType.THREATEN && act.quad() == EventType.Quad.VERBAL_CONFLICT) {
                return Optional.of(act);
            }
            boolean yields = act == EventType.CONCEDE || act == EventType.RETREAT;
            return Optional.ofNullable(
                    act.quad().isConflict() ? conflict : yields && yielding != null ? yielding : cooperation);
        }
    }

    private final Map<String, Operator> operators = new HashMap<>();

    Operators() {
        for (Table.Row row : Table.read("operators.tsv", 8)) {
            Operator operator = new Operator(
                    choice(row, 1, Factuality.Certainty.class),
                    choice(row, 2, Factuality.Polarity.class),
                    choice(row, 3, Factuality.Tense.class),
                    choice(row, 4, EventType.class),
                    choice(row, 5, EventType.class),
                    choice(row, 6, EventType.class),
                    row.place());
            if (operators.put(row.cell(0), operator) != null) {
                throw row.fault("a second row for " + row.cell(0));
            }
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(Table.Row row, int column, Class<E> type) {
        Optional<String> cell = row.optional(column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(type, cell.get().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.fault("no " + type.getSimpleName() + " " + cell.get());
        }
    }

    Optional<Operator> find(String key) {
        return Optional.ofNullable(operators.get(key));
    }
}
