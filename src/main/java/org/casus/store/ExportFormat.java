package org.casus.store;

/** The RDF syntaxes in which a store's content is written, each streamed. */
public enum ExportFormat {
    TURTLE("ttl"),
    TRIG("trig"),
    NQUADS("nq"),
    NTRIPLES("nt"),
    JSONLD("jsonld"),
    RDFXML("rdf");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** How the name of a file in this syntax ends. */
    public String extension() {
        return extension;
    }
}
