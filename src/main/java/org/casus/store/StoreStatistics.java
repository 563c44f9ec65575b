package org.casus.store;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;

/**
 * What a store holds, counted.
 *
 * @param events put together from all reports
 * @param eventsByType by the name of the PLOVER type; types without events are left out
 * @param actors entities that can act; a state counts as an actor and as a territory
 * @param statements of somebody, in which there is no coded act
 */
public record StoreStatistics(
        long articles,
        long events,
        Map<String, Long> eventsByType,
        long reports,
        long actors,
        long territories,
        long territorialStatements,
        long officeHoldings,
        long statements,
        long quads) {
    public StoreStatistics {
        eventsByType = ImmutableSortedMap.copyOf(eventsByType);
    }
}
