package org.casus.fusion;

/**
 * What a fusion came to.
 *
 * @param reports how many were looked at: those that came, changed or went, and what they could be linked with
 * @param copies articles that are now known to be copies of others, and were not before
 * @param appeared events that were not there before
 * @param vanished events that are there no longer: merged, split, or left without a report
 */
public record FusionReport(long reports, long copies, long appeared, long vanished) {}
