package org.casus.annotation;

/**
 * A basic Universal Dependency between two tokens of one sentence; the root's governor is {@link #ROOT}.
 *
 * @param relation with its subtype, such as {@code nsubj:pass}
 */
public record Dependency(int governor, int dependent, String relation) {
    public static final int ROOT = -1;
}
