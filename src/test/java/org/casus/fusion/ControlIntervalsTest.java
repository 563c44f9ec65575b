package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.casus.graph.ArticleGraph;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.casus.store.ResultFormat;
import org.casus.store.StoredQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlIntervalsTest {
    private static final StoredQuery INTERVALS = StoredQuery.of("intervals", """
            PREFIX casus: <https://w3id.org/casus/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT ?who (STR(?a) AS ?from) (STR(?b) AS ?until) ?begun ?ended {
              ?interval a casus:ControlInterval ; casus:holder/rdfs:label ?who .
              OPTIONAL { ?interval casus:earliestFrom ?a } OPTIONAL { ?interval casus:latestUntil ?b }
              BIND(EXISTS { ?interval casus:begunBy/^casus:reports ?r } AS ?begun)
              BIND(EXISTS { ?interval casus:endedBy/^casus:reports ?r } AS ?ended)
            } ORDER BY ?from ?who
            """);

    private static final ArticleGraph HELD = article(
            "held",
            "1999-05-02",
            "Ruritania",
            "RUR",
            "casus:earliestFrom \"1992-05-08\"^^xsd:date ; " + "casus:latestFrom \"1992-05-08\"^^xsd:date");
    private static final ArticleGraph CAPTURED = capture("captured", "2020-11-08", "Sylvanian army", "SYLMIL");
    private static final ArticleGraph LATER = capture("later", "2021-03-01", "Sylvania", "SYL");
    private static final ArticleGraph REBELS = capture("rebels", "2021-05-01", "Sylvanian rebels", "SYLREB");
    private static final ArticleGraph RETAKEN = capture("retaken", "2022-06-01", "Ruritania", "RUR");

    private final EventStore store = EventStore.inMemory();
    private final EventFusion fusion = new EventFusion();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void endsOneHoldAndBeginsAnotherByTheEventThatChangedIt() {
        assertThat(after(HELD, CAPTURED))
                .containsExactly("Ruritania,1992-05-08,2020-11-08,false,true", "Sylvanian army,2020-11-08,,true,false");
        assertThat(store.check()).isEmpty();
    }

    @Test
    void endsWhatAnEventBeganByTheNextThatGivesTheLandToAnotherSide() {
        assertThat(after(CAPTURED, RETAKEN))
                .containsExactly("Sylvanian army,2020-11-08,2022-06-01,true,true", "Ruritania,2022-06-01,,true,false");
    }

    @Test
    void takesAnArmyAndItsStateForOneSide() {
        assertThat(after(CAPTURED, LATER))
                .containsExactly("Sylvanian army,2020-11-08,,true,false", "Sylvania,2021-03-01,,true,false");
    }

    @Test
    void takesRebelsForASideOfTheirOwn() {
        assertThat(after(CAPTURED, REBELS))
                .containsExactly(
                        "Sylvanian army,2020-11-08,2021-05-01,true,true", "Sylvanian rebels,2021-05-01,,true,false");
    }

    @Test
    void derivesNothingFromWhatIsDenied() {
        ArticleGraph denied = capture("denied", "2020-11-08", "Sylvania", "SYL");
        Model model = denied.article();
        model.listStatements(null, null, model.createResource("https://w3id.org/casus/ontology#Positive"))
                .toList()
                .forEach(positive ->
                        positive.changeObject(model.createResource("https://w3id.org/casus/ontology#Negative")));

        assertThat(after(HELD, denied)).isEmpty();
    }

    @Test
    void leavesWhatWasSaidAsItWas() {
        store.put(List.of(HELD, CAPTURED));
        String said = export("articles");

        fusion.fuse(store);

        assertThat(export("articles")).isEqualTo(said);
    }

    @Test
    void followsFromTheArticlesThatAreThereHoweverTheyCame() {
        after(RETAKEN);
        after(CAPTURED, LATER);
        after(HELD);
        store.forget("later");
        store.forget("retaken");
        fusion.fuse(store);

        try (EventStore atOnce = EventStore.inMemory()) {
            atOnce.put(List.of(HELD, CAPTURED));
            fusion.fuse(atOnce);

            assertThat(export(store, "events"))
                    .isEqualTo(export(atOnce, "events"))
                    .contains("/control/");
        }
        store.forget("held");
        fusion.fuse(store);
        assertThat(after()).containsExactly("Sylvanian army,2020-11-08,,true,false");
    }

    private List<String> after(ArticleGraph... articles) {
        store.put(List.of(articles));
        fusion.fuse(store);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(INTERVALS, Map.of(), ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private String export(String graph) {
        return export(store, graph);
    }

    private static String export(EventStore store, String graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.NQUADS, List.of(graph), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ArticleGraph capture(String id, String day, String who, String country) {
        return article(id, day, who, country, """
                casus:fromEvent :r ; casus:earliestFrom "%1$s"^^xsd:date ; casus:latestFrom "%1$s"^^xsd:date
                """.formatted(day));
    }

    /** An article whose one sentence says that somebody holds the valley. */
    private static ArticleGraph article(String id, String day, String who, String country, String period) {
        String holder = who.replace(' ', '-');
        Telegram telegram =
                new Telegram(id, "Gazette", day, day + "/" + day, "took", holder, "Valley", who + " took the valley.");
        ArticleGraph graph = telegram.graph();
        graph.article().add(telegram.model("""
                :said a casus:TerritorialStatement ; casus:relation casus:controls ; casus:inArticle : ; casus:inSentence :s ;
                    casus:territory entity:Valley ; casus:holder entity:%s ; casus:certainty casus:Certain ;
                    casus:territoryMention :m ; casus:polarity casus:Positive ; casus:tense casus:Past ; casus:rule "test" ; %s .
                :m a casus:Mention ; casus:inSentence :s ; casus:mentionKind "place" ; nif:beginIndex "0"^^xsd:nonNegativeInteger ;
                    nif:endIndex "3"^^xsd:nonNegativeInteger ; nif:anchorOf "the" ; nif:referenceContext : .
                """.formatted(holder, period)));
        Model entities = graph.entities();
        entities.add(telegram.model("entity:%s casus:actorCode \"%s\" .".formatted(holder, country)));
        entities.listStatements(null, null, holder).toList().forEach(label -> label.changeObject(who));
        return graph;
    }
}
