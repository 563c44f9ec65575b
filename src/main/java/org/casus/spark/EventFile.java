package org.casus.spark;

import java.io.Serializable;

/**
 * One file of fused events.
 *
 * @param file where its N-Quads are, within the folder of the run
 * @param statements lines of the file
 * @param bytes of the file as it is, gzipped
 */
public record EventFile(String file, long statements, long bytes, String sha256) implements Serializable {}
