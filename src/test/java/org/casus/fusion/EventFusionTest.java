package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.casus.graph.ArticleGraph;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.junit.jupiter.api.Test;

class EventFusionTest {
    private static final ArticleGraph ONE = shelling("one", "Reuters", "2023-09-19");
    private static final ArticleGraph SAME = shelling("same", "BBC", "2023-09-19");
    private static final ArticleGraph LATER = shelling("later", "BBC", "2023-09-20");

    private final EventFusion fusion = new EventFusion();

    @Test
    void joinsTheReportsOfTwoArticlesAndCountsTheirPublishers() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE, SAME, LATER));

            FusionReport report = fusion.fuse(store);

            assertThat(report).isEqualTo(new FusionReport(3, 2, 2, 0));
            assertThat(fusion.fuse(store)).isEqualTo(new FusionReport(3, 2, 0, 0));
            assertThat(events(store)).contains("casus:publisherCount  2", "casus:reportCount     1");
            assertThat(store.check()).isEmpty();
            assertThat(store.stats().eventsByType()).containsEntry("ASSAULT", 2L);
        }
    }

    @Test
    void followsTheArticlesThatAreThereHoweverTheyCame() {
        try (EventStore together = EventStore.inMemory();
                EventStore apart = EventStore.inMemory()) {
            together.put(List.of(ONE, LATER));
            fusion.fuse(together);
            apart.put(List.of(LATER, SAME));
            fusion.fuse(apart);
            apart.put(List.of(ONE));
            FusionReport merged = fusion.fuse(apart);
            apart.forget("same");
            FusionReport split = fusion.fuse(apart);

            assertThat(merged.events()).isEqualTo(2);
            assertThat(split.events()).isEqualTo(2);
            assertThat(events(apart)).isEqualTo(events(together));
        }
    }

    private static ArticleGraph shelling(String id, String publisher, String day) {
        String article = """
                : a casus:Article ; dcterms:identifier "%1$s" ; casus:textHash "%2$s" ;
                    schema:publisher entity:publisher-%3$s .
                :s a casus:Sentence ; nif:beginIndex 0 ; nif:endIndex 9 ; nif:anchorOf "It stays." ;
                    nif:referenceContext : .
                :t a casus:Trigger ; nif:beginIndex 3 ; nif:endIndex 8 ; nif:anchorOf "stays" ; nif:referenceContext : .
                :r a casus:EventReport ; casus:inArticle : ; casus:inSentence :s ; casus:trigger :t ;
                    casus:eventType plover:ASSAULT ; casus:source entity:Q227 ; casus:target entity:Q244165 ;
                    casus:certainty casus:Certain ; casus:polarity casus:Positive ; casus:tense casus:Past ;
                    casus:firstDay "%4$s"^^xsd:date ; casus:lastDay "%4$s"^^xsd:date ;
                    casus:earliest "%4$s"^^xsd:date ; casus:latest "%4$s"^^xsd:date ;
                    casus:timeBasis "text" ; casus:rule "test" ; casus:confidence 0.5 .
                """.formatted(id, "0".repeat(64), publisher, day)
                .replaceAll("(Index) (\\d)", "$1 \"$2\"^^xsd:nonNegativeInteger");
        String entities = """
                entity:Q227 a casus:State ; rdfs:label "Azerbaijan" .
                entity:Q244165 a casus:State ; rdfs:label "Republic of Artsakh" .
                entity:publisher-%1$s a casus:MediaOutlet ; rdfs:label "%1$s" .
                """.formatted(publisher);
        return new ArticleGraph(ArticleGraph.iriOf(id), id, model(id, article), model(id, entities));
    }

    private static Model model(String id, String turtle) {
        String prefixes = """
                PREFIX casus: <https://w3id.org/casus/ontology#>
                PREFIX plover: <https://w3id.org/casus/plover#>
                PREFIX entity: <https://w3id.org/casus/data/entity/>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX schema: <https://schema.org/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX : <https://w3id.org/casus/data/article/%s/>
                """.formatted(id);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(prefixes + turtle), null, Lang.TURTLE);
        return model;
    }

    private static String events(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.TURTLE, List.of("events"), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
