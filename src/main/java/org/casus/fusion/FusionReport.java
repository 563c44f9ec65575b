package org.casus.fusion;

/**
 * What a fusion came to.
 *
 * @param appeared events that were not there before
 * @param vanished events that are there no longer: merged, split, or left without a report
 */
public record FusionReport(long reports, long events, long appeared, long vanished) {}
