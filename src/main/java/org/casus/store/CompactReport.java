package org.casus.store;

/** The disk that a store took before a compaction and after. */
public record CompactReport(DiskUse before, DiskUse after) {}
