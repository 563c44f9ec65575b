package org.casus.plot;

/** What a picture shows. */
public enum PlotKind {
    /** What happened when, a lane for each type. */
    TIMELINE,
    /** Where it happened. */
    MAP,
    /** Who did what to whom. */
    NETWORK,
    /** Cooperation above the line, conflict below, over time. */
    BALANCE
}
