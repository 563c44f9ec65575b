package org.casus.spark;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Sends all statements of one subject to one partition, whatever the machines. */
final class BySubject extends Partitioner {
    private final int partitions;

    BySubject(int partitions) {
        this.partitions = partitions;
    }

    /** The first word of a line of N-Quads. */
    static String subject(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object line) {
        long hash = Hashing.farmHashFingerprint64()
                .hashString(subject((String) line), StandardCharsets.UTF_8)
                .asLong();
        return (int) Long.remainderUnsigned(hash, partitions);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BySubject that && that.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(partitions);
    }
}
