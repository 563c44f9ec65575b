package org.casus.spark;

import java.io.Serializable;

/**
 * One file of the table of events.
 *
 * @param file where its Parquet is, within the folder of the run
 * @param rows events in it
 */
public record TableFile(String file, long rows, long bytes, String sha256) implements Serializable {}
