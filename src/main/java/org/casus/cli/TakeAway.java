package org.casus.cli;

import org.casus.export.EventFormat;
import org.casus.store.ExportFormat;
import org.jspecify.annotations.Nullable;

/** What {@code casus export} writes: RDF, events for other programs, nanopublications, or a description. */
enum TakeAway {
    TRIG(ExportFormat.TRIG),
    TURTLE(ExportFormat.TURTLE),
    NQUADS(ExportFormat.NQUADS),
    NTRIPLES(ExportFormat.NTRIPLES),
    JSONLD(ExportFormat.JSONLD),
    RDFXML(ExportFormat.RDFXML),
    CSV(EventFormat.CSV),
    JSONL(EventFormat.JSONL),
    GRAPHML(EventFormat.GRAPHML),
    GEXF(EventFormat.GEXF),
    GEOJSON(EventFormat.GEOJSON),
    TIMELINE(EventFormat.TIMELINE),
    ICAL(EventFormat.ICAL),
    NANOPUB(null, null, "trig"),
    VOID(null, null, "ttl");

    private final @Nullable ExportFormat rdf;
    private final @Nullable EventFormat events;
    private final String extension;

    TakeAway(ExportFormat rdf) {
        this(rdf, null, rdf.extension());
    }

    TakeAway(EventFormat events) {
        this(null, events, events.extension());
    }

    TakeAway(@Nullable ExportFormat rdf, @Nullable EventFormat events, String extension) {
        this.rdf = rdf;
        this.events = events;
        this.extension = extension;
    }

    @Nullable
    ExportFormat rdf() {
        return rdf;
    }

    @Nullable
    EventFormat events() {
        return events;
    }

    String extension() {
        return extension;
    }

    /** True where it can be parted into files that each stand by themselves. */
    boolean isSplittable() {
        return rdf != null || this == NANOPUB || (events != null && events.isTable());
    }
}
