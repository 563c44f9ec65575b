package org.casus.store;

import com.google.common.hash.HashCode;

/**
 * What came of reading exported files.
 *
 * @param statements that could be read
 * @param faults that were told
 * @param articles what was stored
 * @param events the hash of the statements on fused events in the files, as N-Quads, sorted
 * @param stopped whether it was asked to end before all was read
 */
public record ImportReport(long statements, long faults, PutReport articles, HashCode events, boolean stopped) {
    /** Whether nothing came of files that hold, or may hold, something. */
    public boolean isInVain() {
        return !articles.changed() && (stopped || faults > 0 || statements == 0);
    }
}
