package org.casus.spark;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Sends the records of one id to one partition, so that what a partition holds does not depend on the machines. */
final class ByArticle extends Partitioner {
    private final int partitions;

    ByArticle(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        String id = ((RecordKey) key).id();
        long hash = Hashing.farmHashFingerprint64()
                .hashString(id, StandardCharsets.UTF_8)
                .asLong();
        return (int) Long.remainderUnsigned(hash, partitions);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByArticle that && that.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(partitions);
    }
}
