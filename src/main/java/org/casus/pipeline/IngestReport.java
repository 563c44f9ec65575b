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
        Map<String, Integer> rejected,
        FusionReport fusion,
        Map<Floor, Long> nanos,
        long tokens,
        double seconds,
        boolean stopped) {
    public IngestReport {
        rejected = ImmutableSortedMap.copyOf(rejected);
        nanos = ImmutableSortedMap.copyOf(nanos);
    }
}
