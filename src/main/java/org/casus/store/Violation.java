package org.casus.store;

/**
 * A fault that the shapes find in a stored graph.
 *
 * @param graph the graph's name
 * @param fault the node, the property and what is wrong, in one line
 */
public record Violation(String graph, String fault) {}
