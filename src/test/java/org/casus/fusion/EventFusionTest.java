package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.tdb2.TDB2;
import org.casus.graph.ArticleGraph;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.junit.jupiter.api.Test;

class EventFusionTest {
    private static final String SENTENCE = "Azerbaijani howitzers pounded the trenches above Martakert.";
    private static final String WIRE =
            "Azerbaijani howitzers pounded the trenches above Martakert before dawn on Tuesday,"
                    + " setting barns and a school bus on fire.";
    private static final String PREFIXES = """
        PREFIX casus: <https://w3id.org/casus/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
        """;
    private static final ArticleGraph ONE = shelling("one", "Reuters", "2023-09-19");
    private static final ArticleGraph SAME = shelling("same", "BBC", "2023-09-19");
    private static final ArticleGraph LATER = shelling("later", "BBC", "2023-09-20");

    private final EventFusion fusion = new EventFusion();

    @Test
    void joinsTheReportsOfTwoArticlesAndCountsTheirPublishers() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE, SAME, LATER));

            FusionReport report = fusion.fuse(store);

            assertThat(report).isEqualTo(new FusionReport(3, 0, 2, 0));
            assertThat(fusion.fuse(store)).isEqualTo(new FusionReport(0, 0, 0, 0));
            assertThat(events(store)).contains("casus:publisherCount  2", "casus:reportCount     1");
            assertThat(store.check()).isEmpty();
            assertThat(store.stats().eventsByType()).containsEntry("ASSAULT", 2L);
        }
    }

    @Test
    void aCopyIsNoSourceOfItsOwn() {
        ArticleGraph first = told("wire", "Reuters", "2023-09-19", WIRE);
        ArticleGraph copy = told("copy", "BBC", "2023-09-20", "(Reuters) - " + WIRE);
        ArticleGraph own = told(
                "own",
                "AFP",
                "2023-09-20",
                "Shells fell on trenches near Martakert early on Tuesday, fired by Azerbaijani guns across the river.");
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(copy, own));
            fusion.fuse(store);
            assertThat(events(store)).contains("casus:publisherCount  2").doesNotContain("casus:repeats");

            store.put(List.of(first));
            assertThat(fusion.fuse(store).copies()).isEqualTo(1);

            assertThat(events(store))
                    .contains("casus:publisherCount  2", "casus:reportCount     3")
                    .containsPattern("copy/r>\\s*casus:repeats +<[^>]*article/wire/r>")
                    .containsPattern("copy/>\\s*casus:copyOf +<[^>]*article/wire/>");
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void unbindsACopyFromAnArticleThatHasGoneOrChanged() {
        ArticleGraph first = told("wire", "Reuters", "2023-09-19", WIRE);
        ArticleGraph copy = told("copy", "BBC", "2023-09-20", "(Reuters) - " + WIRE);
        ArticleGraph third = told("third", "CNN", "2023-09-21", "(Reuters) - " + WIRE);
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(first, copy, third));
            fusion.fuse(store);
            assertThat(copies(store)).containsExactlyInAnyOrder("copy of wire", "third of wire");

            store.forget("wire");
            fusion.fuse(store);
            assertThat(copies(store)).containsExactly("third of copy");

            store.put(List.of(told("third", "CNN", "2021-03-04", "Rain fell on Oslo all day, the mayor of it said.")));
            fusion.fuse(store);
            assertThat(copies(store)).isEmpty();
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
            fusion.fuse(apart);
            apart.forget("same");
            fusion.fuse(apart);

            assertThat(events(apart)).isEqualTo(events(together));
        }
    }

    @Test
    void looksAgainOnlyAtWhatCanHaveChanged() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE, SAME, shelling("old", "BBC", "2020-10-04")));
            fusion.fuse(store);

            store.put(List.of(shelling("older", "Reuters", "2020-10-04")));

            assertThat(fusion.fuse(store).reports()).isEqualTo(2);
        }
    }

    @Test
    void notesWhatWasMergedAndWhatWasSplitAndKeepsTheNameOfTheCore() {
        String river = "Guns thundered along the Araxes and set orchards alight.";
        ArticleGraph shelling = act("shelling", "2023-09-19", "shelling", SENTENCE);
        ArticleGraph raid = act("raid", "2023-09-20", "raid", river);
        ArticleGraph both = act("strike", "2023-09-21", "strike", SENTENCE + " " + river);
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(shelling, raid));
            fusion.fuse(store);
            Set<String> apart = named(store, "casus:Event");
            assertThat(apart).hasSize(2);

            store.put(List.of(both));
            assertThat(fusion.fuse(store)).isEqualTo(new FusionReport(3, 0, 0, 1));
            Set<String> merged = named(store, "casus:Event");
            assertThat(apart).containsAll(merged);
            assertThat(changes(store)).containsExactly("replaced by");

            store.forget("strike");
            assertThat(fusion.fuse(store)).isEqualTo(new FusionReport(2, 0, 1, 0));
            assertThat(named(store, "casus:Event")).isEqualTo(apart);
            assertThat(changes(store)).containsExactlyInAnyOrder("replaced by", "split off");
        }
    }

    @Test
    void knowsANamedEventAndTheActsThatArePartOfIt() {
        ArticleGraph war = new Telegram(
                        "war", "BBC", "", "2023-09-18/2023-09-22", "war", "Q227", "Q399", "The five-day war ended.")
                .graph();
        ArticleGraph within = by("Q399", "Q227", "2023-09-19");
        ArticleGraph after = by("Q227", "Q399", "2023-09-25");
        ArticleGraph byOthers = by("Q230", "Q399", "2023-09-21");
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(within, after, byOthers));
            fusion.fuse(store);
            store.put(List.of(war));
            fusion.fuse(store);

            assertThat(events(store)).contains("casus:NamedEvent", "\"five-day war\"");
            assertThat(parts(store)).containsExactly("article/Q399-Q227-2023-09-19/r");
            assertThat(store.check()).isEmpty();

            store.put(List.of(by("Q227", "Q399", "2023-09-20")));
            fusion.fuse(store);
            assertThat(parts(store)).hasSize(2);

            store.forget("war");
            fusion.fuse(store);
            assertThat(parts(store)).isEmpty();
        }
    }

    @Test
    void takesNamesakesForOneOnlyWhereNoCountryTellsThemApart() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(naming("a", "Kim Gray/USA"), naming("b", "Kim Gray/")));
            fusion.fuse(store);
            assertThat(identities(store)).containsExactly("2 name one-country type");

            store.put(List.of(naming("c", "Kim Gray/GBR"), naming("d", "Kim Gray/GBR")));
            fusion.fuse(store);
            assertThat(identities(store)).containsExactly("1 country name type");
            assertThat(store.check()).isEmpty();

            store.forget("c");
            store.forget("d");
            fusion.fuse(store);
            assertThat(identities(store)).containsExactly("2 name one-country type");
        }
    }

    @Test
    void whatIsToComeHasNoLastDayAndIsNotBeforeWhatTheLatestReportSays() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(announced("one", "2023-09-18"), announced("two", "2023-09-19")));

            fusion.fuse(store);

            assertThat(events(store))
                    .contains("casus:reportCount     2", "casus:firstDay        \"2023-09-19\"^^xsd:date")
                    .doesNotContain("casus:lastDay");
            assertThat(store.check()).isEmpty();
        }
    }

    /**
     * Articles come in any order and number, are replaced, forgotten and come again: what counts is which are there.
     */
    @Test
    void givesTheSameEventsStepByStepAsAtOnce() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            try (EventStore grown = EventStore.inMemory();
                    EventStore atOnce = EventStore.inMemory()) {
                Map<String, ArticleGraph> there = grow(grown, random);
                List<ArticleGraph> articles = new ArrayList<>(there.values());
                Collections.shuffle(articles, random);
                atOnce.put(articles);
                fusion.fuse(atOnce);

                assertThat(events(grown)).as("seed %d", seed).isEqualTo(events(atOnce));
                assertThat(grown.check()).isEmpty();
            }
        }
    }

    private Map<String, ArticleGraph> grow(EventStore store, Random random) {
        Map<String, ArticleGraph> there = new TreeMap<>();
        for (int step = 0; step < 12; step++) {
            List<ArticleGraph> batch = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                ArticleGraph article = any(random);
                if (batch.stream().noneMatch(other -> other.articleId().equals(article.articleId()))) {
                    batch.add(article);
                    there.put(article.articleId(), article);
                }
            }
            store.put(batch);
            if (random.nextInt(3) == 0) {
                String gone = "a" + random.nextInt(25);
                store.forget(gone);
                there.remove(gone);
            }
            if (random.nextInt(4) > 0) {
                fusion.fuse(store);
            }
        }
        fusion.fuse(store);
        return there;
    }

    private static ArticleGraph any(Random random) {
        int day = 10 + random.nextInt(6);
        String days = List.of(
                        "",
                        "2023-09-%d/".formatted(day),
                        "2023-09-%d/2023-09-%d".formatted(day, day),
                        "2023-09-%d/2023-09-%d".formatted(day, day + random.nextInt(3)),
                        "2023-01-01/2023-12-31")
                .get(random.nextInt(5));
        return new Telegram(
                        "a" + random.nextInt(25),
                        List.of("Reuters", "BBC", "TASS").get(random.nextInt(3)),
                        random.nextInt(5) == 0 ? "" : "2023-09-" + (day + random.nextInt(2)),
                        days,
                        List.of("shelled", "shelling", "attack", "war").get(random.nextInt(4)),
                        List.of("Q227", "Q399").get(random.nextInt(2)),
                        List.of("Q244165", "Q230").get(random.nextInt(2)),
                        List.of(SENTENCE, WIRE, "The 2023 war goes on.", "Rivers burst their banks in Kakheti.")
                                .get(random.nextInt(4)),
                        List.of("", "Kim Gray/", "Kim Gray/USA", "Kim Gray/GBR").get(random.nextInt(4)),
                        random.nextInt(4) * 20)
                .graph();
    }

    private static ArticleGraph shelling(String id, String publisher, String day) {
        return new Telegram(id, publisher, "", day + "/" + day, "stays", "Q227", "Q244165", SENTENCE).graph();
    }

    private static ArticleGraph announced(String id, String day) {
        return new Telegram(id, "BBC", day, day + "/", "stays", "Q227", "Q244165", SENTENCE).graph();
    }

    private static ArticleGraph act(String id, String published, String trigger, String sentence) {
        String day = "2023-09-19/2023-09-19";
        return new Telegram(id, "BBC", published, day, trigger, "Q227", "Q244165", sentence).graph();
    }

    private static ArticleGraph by(String source, String target, String day) {
        String id = source + "-" + target + "-" + day;
        return new Telegram(id, "BBC", "", day + "/" + day, "stays", source, target, SENTENCE).graph();
    }

    private static ArticleGraph naming(String id, String person) {
        return new Telegram(id, "BBC", "", "", "stays", "Q227", "Q399", SENTENCE, person, 0).graph();
    }

    private static ArticleGraph told(String id, String publisher, String published, String sentence) {
        return new Telegram(id, publisher, published, "2023-09-19/2023-09-19", "stays", "Q227", "Q244165", sentence)
                .graph();
    }

    private static List<String> changes(EventStore store) {
        return ask(store, """
            SELECT ?what { { ?was dcterms:isReplacedBy ?is BIND("replaced by" AS ?what) }
              UNION { ?is prov:wasDerivedFrom ?was . ?was a casus:Event BIND("split off" AS ?what) } }
            """);
    }

    private static List<String> copies(EventStore store) {
        return ask(store, """
            SELECT ?tie { ?copy casus:copyOf ?original
              BIND(CONCAT(REPLACE(STR(?copy), ".*/(.+)/", "$1"), " of ", REPLACE(STR(?original), ".*/(.+)/", "$1")) AS ?tie) }
            """);
    }

    private static List<String> parts(EventStore store) {
        return ask(store, "SELECT ?report { ?event sem:hasSubEvent ?part . ?report casus:reports ?part }");
    }

    private static List<String> identities(EventStore store) {
        return ask(store, """
            SELECT ?told {
              { SELECT ?i (COUNT(DISTINCT ?e) AS ?size) { ?i a casus:Identity ; casus:identifies ?e } GROUP BY ?i }
              { SELECT ?i (GROUP_CONCAT(?r) AS ?reasons) { { SELECT ?i ?r { ?i casus:reason ?r } ORDER BY ?r } } GROUP BY ?i }
              BIND(CONCAT(STR(?size), " ", ?reasons) AS ?told)
            }
            """);
    }

    private static Set<String> named(EventStore store, String type) {
        return Set.copyOf(ask(store, "SELECT ?event { ?event a " + type + " }"));
    }

    /** The values of the one column of an answer, of an IRI what follows its beginning. */
    private static List<String> ask(EventStore store, String select) {
        Query query = QueryFactory.create(PREFIXES + select);
        return store.read(dataset -> {
            try (QueryExecution execution = QueryExecution.dataset(dataset)
                    .query(query)
                    .set(TDB2.symUnionDefaultGraph, true)
                    .build()) {
                List<String> values = new ArrayList<>();
                String column = query.getResultVars().get(0);
                execution
                        .execSelect()
                        .forEachRemaining(
                                row -> values.add(row.get(column).toString().replace(Vocabulary.DATA, "")));
                return values;
            }
        });
    }

    private static String events(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.TURTLE, List.of("events"), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
