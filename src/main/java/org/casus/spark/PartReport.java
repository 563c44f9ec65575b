package org.casus.spark;

import com.google.common.collect.ImmutableSortedMap;
import java.io.Serializable;
import java.util.Map;

/**
 * What became of one part of the run.
 *
 * @param file where its N-Quads are, within the folder of the run
 * @param read records, good or not
 * @param articles that are in the file
 * @param repeated records that say again what one before them says
 * @param rejected how many records for which reason
 * @param statements lines of the file
 * @param bytes of the file as it is, gzipped
 */
public record PartReport(
        String file,
        long read,
        long articles,
        long repeated,
        Map<String, Long> rejected,
        long statements,
        long bytes,
        String sha256)
        implements Serializable {
    public PartReport {
        rejected = ImmutableSortedMap.copyOf(rejected);
    }
}
