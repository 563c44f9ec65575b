package org.casus.spark;

import java.io.Serializable;
import java.util.Comparator;

/**
 * By what records are spread and sorted: those of one id come to one place, in the order of the input.
 *
 * @param file the number of the input file
 * @param record the number of the record in it
 */
record RecordKey(String id, int file, long record) implements Comparable<RecordKey>, Serializable {
    private static final Comparator<RecordKey> ORDER = Comparator.comparing(RecordKey::id)
            .thenComparingInt(RecordKey::file)
            .thenComparingLong(RecordKey::record);

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }
}
