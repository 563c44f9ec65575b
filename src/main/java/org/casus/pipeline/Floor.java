package org.casus.pipeline;

/** A step of the way from an article to its graph, and of all graphs to the store. */
public enum Floor {
    ANNOTATION,
    EXTRACTION,
    ENTITY,
    GRAPH,
    STORE,
    FUSION
}
