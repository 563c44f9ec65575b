package org.casus.spark;

import com.google.common.collect.Lists;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Pairs -> with each name the smallest of those that it hangs together with, over whatever steps; the smallest itself
 * is left out. By turns each name's larger and smaller neighbours are tied to the smallest, until nothing changes
 * (Kiveris et al. 2014, "Connected Components in MapReduce and Beyond"), so that no set must fit into one machine's
 * memory.
 */
final class Components {
    private Components() {}

    static JavaPairRDD<String, String> of(JavaPairRDD<String, String> pairs) {
        JavaPairRDD<String, String> ties =
                pairs.filter(pair -> !pair._1().equals(pair._2())).distinct().persist(StorageLevel.MEMORY_AND_DISK());
        long before = mark(ties);
        while (true) {
            JavaPairRDD<String, String> next =
                    towardsSmaller(towardsLarger(ties)).distinct().persist(StorageLevel.MEMORY_AND_DISK());
            long now = mark(next);
            ties.unpersist(false);
            if (now == before) {
                return next;
            }
            ties = next;
            before = now;
        }
    }

    private static JavaPairRDD<String, String> towardsLarger(JavaPairRDD<String, String> ties) {
        return ties.flatMapToPair(tie -> List.of(tie, tie.swap()).iterator())
                .groupByKey(ties.getNumPartitions())
                .flatMapToPair(star -> {
                    List<String> neighbours = Lists.newArrayList(star._2());
                    String smallest = smaller(star._1(), Collections.min(neighbours));
                    return tied(neighbours.stream().filter(one -> one.compareTo(star._1()) > 0), smallest);
                });
    }

    private static JavaPairRDD<String, String> towardsSmaller(JavaPairRDD<String, String> ties) {
        return ties.mapToPair(tie -> tie._1().compareTo(tie._2()) > 0 ? tie : tie.swap())
                .groupByKey(ties.getNumPartitions())
                .flatMapToPair(star -> {
                    List<String> neighbours = Lists.newArrayList(star._2());
                    String smallest = Collections.min(neighbours);
                    return tied(Stream.concat(Stream.of(star._1()), neighbours.stream()), smallest);
                });
    }

    private static Iterator<Tuple2<String, String>> tied(Stream<String> names, String smallest) {
        return names.filter(name -> !name.equals(smallest))
                .map(name -> new Tuple2<>(name, smallest))
                .iterator();
    }

    private static String smaller(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The same for the same ties, in whatever order. */
    private static long mark(JavaPairRDD<String, String> ties) {
        return ties.aggregate(
                0L,
                (sum, tie) -> sum
                        + Hashing.farmHashFingerprint64()
                                .hashString(tie._1() + " " + tie._2(), StandardCharsets.UTF_8)
                                .asLong(),
                Long::sum);
    }
}
