package org.casus.spark;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/**
 * Sends what has one word in common to one partition, so that what a partition holds does not depend on the machines.
 */
final class ByFingerprint extends Partitioner {
    /** What is held together. */
    enum Word {
        /** The records of one article, by their {@link RecordKey}. */
        ARTICLE {
            @Override
            String of(Object key) {
                return ((RecordKey) key).id();
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

        abstract String of(Object key);
    }

    private final Word word;
    private final int partitions;

    ByFingerprint(Word word, int partitions) {
        this.word = word;
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        long hash = Hashing.farmHashFingerprint64()
                .hashString(word.of(key), StandardCharsets.UTF_8)
                .asLong();
        return (int) Long.remainderUnsigned(hash, partitions);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByFingerprint that && that.word == word && that.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(word, partitions);
    }
}
