package org.casus.spark;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Sends what has the same key to one partition, so that what a partition holds does not depend on the machines. */
final class ByFingerprint extends Partitioner {
    /** By what records are held together. */
    enum Key {
        /** The records of one article, by their {@link RecordKey}. */
        ARTICLE {
            @Override
            String of(Object record) {
                return ((RecordKey) record).id();
            }
        },
        /** The statements of one subject, which begins a line of N-Quads. */
        SUBJECT {
            @Override
            String of(Object line) {
                String statement = (String) line;
                return statement.substring(0, statement.indexOf(' '));
            }
        };

        abstract String of(Object record);
    }

    private final Key key;
    private final int partitions;

    ByFingerprint(Key key, int partitions) {
        this.key = key;
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object record) {
        long hash = Hashing.farmHashFingerprint64()
                .hashString(key.of(record), StandardCharsets.UTF_8)
                .asLong();
        return (int) Long.remainderUnsigned(hash, partitions);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByFingerprint that && that.key == key && that.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, partitions);
    }
}
