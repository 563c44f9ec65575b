package org.casus.store;

/** How answers to a query are written. */
public enum ResultFormat {
    /** Aligned columns with short names; Turtle for a graph. */
    TABLE,
    CSV,
    TSV,
    /** SPARQL JSON; JSON-LD for a graph. */
    JSON,
    /** SPARQL XML; RDF/XML for a graph. */
    XML,
    /** A table of Markdown. */
    MARKDOWN,
    /** A graph; of rows, the vocabulary of result sets. */
    TURTLE
}
