package org.casus.pipeline;

/** A step of the way from an article to its graph. */
public enum Floor {
    ANNOTATION,
    EXTRACTION,
    ENTITY,
    GRAPH
}
