package org.casus.spark;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What became of a run's input; it is the manifest of the run.
 *
 * @param version of Casus
 * @param spark the version of Spark
 * @param seconds from start to end; of a run that was taken up again, of its last part
 */
public record SparkReport(
        String version,
        String spark,
        double seconds,
        List<InputFile> inputs,
        long read,
        long articles,
        long repeated,
        long statements,
        Map<String, Long> rejected,
        List<PartReport> parts,
        List<EventFile> events,
        List<TableFile> table) {
    public SparkReport {
        inputs = ImmutableList.copyOf(inputs);
        rejected = ImmutableSortedMap.copyOf(rejected);
        parts = ImmutableList.copyOf(parts);
        events = ImmutableList.copyOf(events);
        table = ImmutableList.copyOf(table);
    }

    static SparkReport of(RunPlan plan, String spark, double seconds, List<PartReport> parts, FusedEvents events) {
        Map<String, Long> rejected = new TreeMap<>();
        parts.forEach(part -> part.rejected().forEach((reason, count) -> rejected.merge(reason, count, Long::sum)));
        return new SparkReport(
                plan.version(),
                spark,
                seconds,
                plan.inputs(),
                sum(parts, PartReport::read),
                sum(parts, PartReport::articles),
                sum(parts, PartReport::repeated),
                sum(parts, PartReport::statements),
                rejected,
                parts,
                events.graph(),
                events.table());
    }

    private static long sum(List<PartReport> parts, ToLongFunction<PartReport> count) {
        return parts.stream().mapToLong(count).sum();
    }
}
