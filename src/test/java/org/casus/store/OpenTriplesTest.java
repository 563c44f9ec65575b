package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Statement;
import org.casus.graph.ArticleGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTriplesTest {
    private static final String NAMED = "SELECT ?words { GRAPH <https://w3id.org/casus/data/graph/openie> "
            + "{ ?triple <https://w3id.org/casus/ontology#openObject> ?words } }";
    private static final String FROM = "SELECT ?words FROM <https://w3id.org/casus/data/graph/openie> "
            + "{ ?triple <https://w3id.org/casus/ontology#openObject> ?words }";
    private static final String UNION = "SELECT ?words { ?triple <https://w3id.org/casus/ontology#openObject> ?words }";
    private static final String ANY_GRAPH =
            "SELECT ?words { GRAPH ?g { ?triple <https://w3id.org/casus/ontology#openObject> ?words } }";

    private static final ArticleGraph ONE = Graphs.accusation("one", "Q399", "Q227");
    private static final ArticleGraph WITH = Graphs.withOpenTriple(ONE);
    private static final ArticleGraph TWO = Graphs.withOpenTriple(Graphs.accusation("two", "Q227", "Q43"));

    private final EventStore store = EventStore.inMemory();

    @TempDir
    private Path dir;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsTriplesOfOpenIeToWhoNamesTheirGraphAlone() {
        store.put(List.of(WITH));

        assertThat(ask(store, NAMED)).isEqualTo("words\r\nport\r\n");
        assertThat(ask(store, FROM)).isEqualTo("words\r\nport\r\n");
        assertThat(ask(store, UNION)).isEqualTo("words\r\n");
        assertThat(ask(store, ANY_GRAPH)).isEqualTo("words\r\n");
    }

    @Test
    void answersAndCountsAsWithoutThem() {
        try (EventStore without = EventStore.inMemory()) {
            store.put(List.of(WITH));
            without.put(List.of(ONE));

            String all = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
            assertThat(ask(store, all)).isEqualTo(ask(without, all));
            assertThat(store.stats()).isEqualTo(without.stats());
        }
    }

    @Test
    void forgetsThemWithTheirArticleAlone() {
        store.put(List.of(WITH, TWO));

        store.forget("one");

        assertThat(ask(store, NAMED)).isEqualTo("words\r\nport\r\n");
        store.forget("two");
        assertThat(ask(store, NAMED)).isEqualTo("words\r\n");
    }

    @Test
    void replacesTheArticleWhereTheyComeOrGo() {
        store.put(List.of(ONE));

        assertThat(store.put(List.of(WITH)).replaced()).isEqualTo(1);
        assertThat(store.put(List.of(WITH)).unchanged()).isEqualTo(1);
        assertThat(store.put(List.of(ONE)).replaced()).isEqualTo(1);
        assertThat(ask(store, NAMED)).isEqualTo("words\r\n");
    }

    @Test
    void comeBackFromAnExport() throws IOException {
        store.put(List.of(WITH, TWO));
        Path file = Files.writeString(dir.resolve("all.nq"), export(store));

        try (EventStore copy = EventStore.inMemory()) {
            List<String> faults = new ArrayList<>();
            copy.read(List.of(file), false, faults::add);

            assertThat(faults).isEmpty();
            assertThat(export(copy)).isEqualTo(export(store)).contains("graph/openie");
            assertThat(copy.put(List.of(WITH, TWO)).unchanged()).isEqualTo(2);
        }
    }

    @Test
    void refusesOneWithoutItsSentence() {
        WITH.openTriples()
                .listStatements(null, null, "It stays.")
                .toList()
                .forEach(broken -> assertThat(
                                store.put(List.of(without(broken))).refused())
                        .singleElement()
                        .satisfies(refusal -> assertThat(refusal.fault()).contains("anchorOf")));
    }

    private static ArticleGraph without(Statement statement) {
        ArticleGraph graph = Graphs.withOpenTriple(ONE);
        graph.openTriples().remove(statement);
        return graph;
    }

    private static String export(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.NQUADS, List.of(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String ask(EventStore store, String query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(StoredQuery.of("test", query), Map.of(), ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
