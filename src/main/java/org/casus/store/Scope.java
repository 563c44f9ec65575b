package org.casus.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a store to take away. What is given narrows it down together; nothing given is the whole.
 *
 * @param articles ids or IRIs of articles
 * @param events IRIs of events, or of single reports and statements; the last part of an IRI does
 * @param query what its answer names: events, reports, statements, articles
 * @param values for the query's parameters
 * @param since the first day on which it can have happened
 * @param until the last such day
 * @param around an entity by its name, QID or IRI
 * @param hops how many claims may lie between: 1 is what the entity takes part in itself
 */
public record Scope(
        List<String> articles,
        List<String> events,
        @Nullable StoredQuery query,
        Map<String, String> values,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String around,
        int hops) {
    public static final Scope WHOLE = new Scope(List.of(), List.of(), null, Map.of(), null, null, null, 1);

    public Scope {
        articles = List.copyOf(articles);
        events = List.copyOf(events);
        values = Map.copyOf(values);
        if (hops < 1) {
            throw new IllegalArgumentException("not a number of hops: " + hops);
        }
    }

    public boolean isWhole() {
        return equals(WHOLE) || (hasNoNames() && query == null && since == null && until == null);
    }

    /** True where articles are all that is asked for: then their graphs are taken as they are. */
    boolean isArticlesAlone() {
        return !articles.isEmpty()
                && events.isEmpty()
                && query == null
                && since == null
                && until == null
                && around == null;
    }

    private boolean hasNoNames() {
        return articles.isEmpty() && events.isEmpty() && around == null;
    }
}
