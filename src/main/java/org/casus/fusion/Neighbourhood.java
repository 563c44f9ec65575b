package org.casus.fusion;

import java.util.List;

/**
 * Reports that are linked by likeness, over whatever steps: the events that they were parted to, and which of those
 * look alike. No report outside it could change what becomes of those inside.
 */
record Neighbourhood(List<List<Report>> events, List<Apart> apart) {
    /** Two events that were left apart, with the likeness of their most similar reports. */
    record Apart(List<Report> one, List<Report> other, double likeness) {}
}
