package org.casus.fusion;

import java.io.Serializable;

/**
 * Two reports that are alike enough to be linked.
 *
 * @param one the IRI of one of them, the smaller
 * @param other the IRI of the other
 */
public record Alike(String one, String other, double likeness) implements Serializable {}
