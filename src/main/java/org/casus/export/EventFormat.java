package org.casus.export;

/** What events are written as, beside RDF. */
public enum EventFormat {
    CSV("csv"),
    JSONL("jsonl"),
    GRAPHML("graphml"),
    GEXF("gexf"),
    GEOJSON("geojson"),
    TIMELINE("json"),
    ICAL("ics");

    private final String extension;

    EventFormat(String extension) {
        this.extension = extension;
    }

    /** How the name of such a file ends. */
    public String extension() {
        return extension;
    }

    boolean isNetwork() {
        return this == GRAPHML || this == GEXF;
    }

    public boolean isTable() {
        return this == CSV || this == JSONL;
    }
}
