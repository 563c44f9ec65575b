package org.casus.store;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.util.Map;

/**
 * A run of the program over a store.
 *
 * @param ended the clock's time, which belongs in the runs graph alone
 * @param counts what the run counted, such as {@code articles}
 */
public record RunRecord(Instant ended, String version, Map<String, Long> counts) {
    public RunRecord {
        counts = ImmutableSortedMap.copyOf(counts);
    }
}
