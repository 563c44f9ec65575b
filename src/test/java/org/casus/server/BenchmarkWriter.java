package org.casus.server;

import java.time.Instant;
import java.util.List;
import org.casus.fusion.EventFusion;
import org.casus.graph.ArticleGraph;
import org.casus.graph.Turtle;
import org.casus.store.EventStore;
import org.casus.store.PutReport;

/** Stores an article, fuses, forgets it and fuses again, over and over, as {@code serve --watch} writes. */
final class BenchmarkWriter {
    private static final String ARTICLE = """
            <#a> a casus:Article ; dcterms:identifier "%1$s" ; casus:textHash "%2$s" .
            <#a/s> a casus:Sentence ; nif:beginIndex 0 ; nif:endIndex 9 ; nif:anchorOf "It stays." ; nif:referenceContext <#a> .
            <#a/t> a casus:Trigger ; nif:beginIndex 3 ; nif:endIndex 8 ; nif:anchorOf "stays" ; nif:referenceContext <#a> .
            <#a/r> a casus:EventReport ; casus:inArticle <#a> ; casus:inSentence <#a/s> ; casus:trigger <#a/t> ;
                casus:eventType plover:ACCUSE ; casus:certainty casus:Certain ; casus:polarity casus:Positive ;
                casus:tense casus:Past ; casus:rule "test" ; casus:confidence 0.5 ; casus:source entity:Q1 .
            """;

    private BenchmarkWriter() {}

    /** How many articles were written until the end. */
    static int write(EventStore store, Instant end) {
        int written = 0;
        while (Instant.now().isBefore(end)) {
            String id = "benchmark-" + written;
            PutReport report = store.put(List.of(article(id)), Instant.EPOCH);
            if (report.added() != 1) {
                throw new IllegalStateException("not stored: " + report);
            }
            new EventFusion().fuse(store);
            store.forget(id);
            new EventFusion().fuse(store);
            written++;
        }
        return written;
    }

    private static ArticleGraph article(String id) {
        String article = ARTICLE.formatted(id, "0".repeat(64))
                .replaceAll("(Index) (\\d+)", "$1 \"$2\"^^xsd:nonNegativeInteger")
                .replace("<#a", "<" + ArticleGraph.iriOf(id));
        return new ArticleGraph(
                ArticleGraph.iriOf(id),
                id,
                Turtle.read(id, article),
                Turtle.read(id, "entity:Q1 a casus:State ; rdfs:label \"State\" ."));
    }
}
