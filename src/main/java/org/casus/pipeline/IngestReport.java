package org.casus.pipeline;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import org.casus.fusion.FusionReport;
import org.casus.store.PutReport;

/**
 * What became of a run's input.
 *
 * @param read records of the input, good or not
 * @param repeated articles that came a second time in this run, with the same id and text
 * @param undated articles that were stored anew without a date
 * @param rejected how many for which reason
 * @param nanos nanoseconds that each floor took, those that work on one article summed over all threads
 * @param tokens of the articles that were read, not only looked up
 * @param seconds from start to end
 * @param stopped true where the run was asked to end before its input did
 */
public record IngestReport(
        long read,
        PutReport stored,
        long repeated,
        long undated,
        Map<String, Integer> rejected,
        Reuse annotations,
        FusionReport fusion,
        Map<Floor, Long> nanos,
        long tokens,
        double seconds,
        boolean stopped) {
    /**
     * What became of annotations that were kept.
     *
     * @param reused articles that the models did not read again
     * @param damaged articles that they did, because what was kept of them was damaged
     */
    public record Reuse(long reused, long damaged) {}

    public IngestReport {
        rejected = ImmutableSortedMap.copyOf(rejected);
        nanos = ImmutableSortedMap.copyOf(nanos);
    }
}
