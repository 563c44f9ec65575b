package org.casus.store;

/** How a store's content is written; JSON-LD and RDF/XML are put together in memory, the others are streamed. */
public enum ExportFormat {
    TURTLE,
    TRIG,
    NQUADS,
    NTRIPLES,
    JSONLD,
    RDFXML;

    /** True where the names of graphs are written; else their union is. */
    boolean hasGraphs() {
        return this == TRIG || this == NQUADS || this == JSONLD;
    }
}
