package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.ArticleGraph;
import org.casus.graph.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStoreTest {
    private static final ArticleGraph ONE = Graphs.accusation("one", "Q399", "Q227");
    private static final ArticleGraph TWO = Graphs.accusation("two", "Q227", "Q43");

    @Test
    void keepsOneGraphForAnArticleReadTwice() {
        try (EventStore store = EventStore.inMemory()) {
            PutReport first = store.put(List.of(ONE));
            PutReport second = store.put(List.of(ONE));

            assertThat(first).isEqualTo(new PutReport(1, 0, 0, List.of()));
            assertThat(second).isEqualTo(new PutReport(0, 0, 1, List.of()));
            assertThat(second.changed()).isFalse();
            assertThat(store.stats().articles()).isEqualTo(1);
        }
    }

    @Test
    void replacesTheGraphOfAChangedArticleAndWhatItNoLongerSpeaksOf() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE));

            PutReport report = store.put(List.of(Graphs.accusation("one", "Q399", "Q43")));

            assertThat(report).isEqualTo(new PutReport(0, 1, 0, List.of()));
            assertThat(nquads(store))
                    .contains("entity/Q43>")
                    .contains("entity/Q399>")
                    .doesNotContain("entity/Q227>");
        }
    }

    @Test
    void forgetsAnArticleButNotWhatAnotherSpeaksOf() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(TWO));
            String before = nquads(store);
            store.put(List.of(ONE));

            assertThat(store.forget("one")).isTrue();

            assertThat(nquads(store)).isEqualTo(before);
            assertThat(store.forget("one")).isFalse();
        }
    }

    @Test
    void forgetsAnArticleByItsIri() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE, TWO));

            assertThat(store.forget("https://w3id.org/casus/data/article/one")).isTrue();
            assertThat(store.forget(TWO.iri())).isTrue();
            assertThat(store.stats().articles()).isZero();
            assertThat(store.stats().actors()).isZero();
        }
    }

    @Test
    void refusesWhatBreaksTheShapesAndStoresTheRest() {
        ArticleGraph broken = new ArticleGraph(
                ArticleGraph.iriOf("bad"),
                "bad",
                Graphs.model("bad", "<https://example.org/bad> a casus:Article ."),
                Graphs.model("bad", ""));
        ArticleGraph blank = new ArticleGraph(
                ArticleGraph.iriOf("blank"),
                "blank",
                Graphs.model("blank", "[] rdfs:label \"x\" ."),
                broken.entities());
        try (EventStore store = EventStore.inMemory()) {
            PutReport report = store.put(List.of(broken, ONE, blank));

            assertThat(report.added()).isEqualTo(1);
            assertThat(report.refused())
                    .extracting(PutReport.Refusal::articleId)
                    .containsExactly("bad", "blank");
            assertThat(report.refused().get(0).fault()).contains("identifier");
            assertThat(store.stats().articles()).isEqualTo(1);
        }
    }

    @Test
    void holdsTheSameInWhateverOrderAndBatches() {
        try (EventStore together = EventStore.inMemory();
                EventStore apart = EventStore.inMemory()) {
            together.put(List.of(ONE, TWO));
            apart.put(List.of(TWO));
            apart.put(List.of(Graphs.accusation("one", "Q30", "Q148")));
            apart.put(List.of(ONE));

            assertThat(nquads(apart)).isEqualTo(nquads(together));
        }
    }

    @Test
    void countsWhatItHolds() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE, TWO));

            StoreStatistics stats = store.stats();

            assertThat(stats.articles()).isEqualTo(2);
            assertThat(stats.reports()).isEqualTo(2);
            assertThat(stats.actors()).isEqualTo(3);
            assertThat(stats.territories()).isEqualTo(3);
            assertThat(stats.events()).isZero();
            assertThat(stats.quads()).isGreaterThan(40);
        }
    }

    @Test
    void findsNoFaultInWhatItStoredAndFindsOneThatWasWrittenPastIt() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE, TWO));
            assertThat(store.check()).isEmpty();

            store.write(dataset -> dataset.getNamedModel(ONE.iri()).removeAll(null, Vocabulary.CERTAINTY, null));

            assertThat(store.check())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.graph()).isEqualTo(ONE.iri()))
                    .satisfies(violation -> assertThat(violation.fault()).contains("certainty"));
        }
    }

    @Test
    void notesRunsAndTimesInTheirOwnGraphAlone() {
        try (EventStore store = EventStore.inMemory();
                EventStore withoutClock = EventStore.inMemory()) {
            store.put(List.of(ONE), Instant.parse("2026-01-02T03:04:05Z"));
            store.recordRun(new RunRecord(Instant.parse("2026-01-02T03:04:06Z"), "0.1", Map.of("articles", 1L)));
            withoutClock.put(List.of(ONE));

            assertThat(nquads(store)).isEqualTo(nquads(withoutClock));
            assertThat(export(store, ExportFormat.NQUADS, "runs"))
                    .contains("2026-01-02T03:04:05Z", "2026-01-02T03:04:06Z", "\"articles\"");
        }
    }

    @Test
    void lendsTheVocabulary() {
        try (EventStore store = EventStore.inMemory()) {
            boolean known = store.read(dataset -> dataset.getNamedModel(Vocabulary.VOCABULARY_GRAPH)
                    .contains(Vocabulary.EVENT, RDFS.label, ResourceFactory.createPlainLiteral("event")));

            assertThat(known).isTrue();
        }
    }

    @Test
    void isStillThereWhenOpenedAgain(@TempDir Path dir) {
        Path folder = dir.resolve("new/store");
        try (EventStore store = EventStore.open(folder)) {
            store.put(List.of(ONE));
        }
        try (EventStore store = EventStore.openExisting(folder)) {
            assertThat(store.stats().articles()).isEqualTo(1);
        }
        try (EventStore store = EventStore.open(folder)) {
            assertThat(store.put(List.of(ONE)).unchanged()).isEqualTo(1);
        }
    }

    @Test
    void answersAsBeforeOnceItIsOptimised(@TempDir Path dir) throws Exception {
        StoredQuery query = StoredQuery.of(
                "sources",
                "PREFIX casus: <https://w3id.org/casus/ontology#>"
                        + " SELECT ?s { ?r a casus:EventReport ; casus:source ?s ; casus:tense casus:Past }");
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (EventStore store = EventStore.open(dir)) {
            store.put(List.of(ONE));
            store.optimise();
        }

        try (EventStore store = EventStore.openExisting(dir)) {
            store.query(query, Map.of(), ResultFormat.CSV, answer);
        }

        assertThat(dir.resolve("Data-0001/stats.opt")).content().contains("casus/ontology#source> 1");
        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("Q399");
    }

    @Test
    void countsAgainOnlyWhatHasGrown(@TempDir Path dir) throws Exception {
        Path counts = dir.resolve("Data-0001/stats.opt");
        try (EventStore store = EventStore.open(dir)) {
            store.put(IntStream.range(0, 20)
                    .mapToObj(i -> Graphs.accusation("a" + i, "Q1", "Q2"))
                    .toList());
            store.optimise();
            String before = Files.readString(counts);

            store.put(List.of(Graphs.accusation("b1", "Q1", "Q2")));
            store.optimise();
            assertThat(counts).content().isEqualTo(before);

            store.put(List.of(Graphs.accusation("b2", "Q1", "Q2"), Graphs.accusation("b3", "Q1", "Q2")));
            store.optimise();
            assertThat(counts).content().isNotEqualTo(before);
        }
    }

    @Test
    void refusesASecondUserOfTheFolder(@TempDir Path dir) {
        try (EventStore store = EventStore.open(dir)) {
            assertThat(store.stats().articles()).isZero();
            assertThatThrownBy(() -> EventStore.openExisting(dir))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(
                            "the store %s is in use by process %d: wait until it ends; casus serve --watch DIR writes and"
                                    + " answers in one process",
                            dir, ProcessHandle.current().pid());
        }
    }

    @Test
    void refusesFoldersThatAreNoStore(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "x");

        assertFault(() -> EventStore.openExisting(dir.resolve("nowhere")), "no store at " + dir.resolve("nowhere"));
        assertFault(() -> EventStore.open(file), "not a folder: " + file);
        assertFault(() -> EventStore.open(dir), "not a Casus store: " + dir);
        assertFault(() -> EventStore.openExisting(dir), "not a Casus store: " + dir);
    }

    @Test
    void refusesAStoreOfAnotherVersion(@TempDir Path dir) throws Exception {
        Files.writeString(dir.resolve("casus.properties"), "format=2\n");

        assertFault(
                () -> EventStore.open(dir),
                "was made by a newer Casus (format 2, this one reads format 1): update Casus");
    }

    @Test
    void saysThatItIsClosed(@TempDir Path dir) {
        EventStore store = EventStore.open(dir);
        store.close();
        store.close();

        assertFault(store::stats, "the store %s is closed".formatted(dir));
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(StoreException.class).hasMessageContaining(words);
    }

    private static String nquads(EventStore store) {
        return export(store, ExportFormat.NQUADS);
    }

    private static String export(EventStore store, ExportFormat format, String... graphs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(format, List.of(graphs), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
