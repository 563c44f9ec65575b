package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.casus.graph.ArticleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
    private static final String SENTENCES = """
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
            SELECT ?found { ?s text:query (nif:anchorOf "%s") ; nif:anchorOf ?found }
            """;
    private static final String NAMES = """
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT ?found { ?s text:query (rdfs:label "%s") ; rdfs:label ?found }
            """;
    private static final String DISTANCE = """
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
            PREFIX spatialF: <http://jena.apache.org/function/spatial#>
            PREFIX unit: <http://www.opengis.net/def/uom/OGC/1.0/>
            SELECT (ROUND(spatialF:distance(?yerevan, ?baku, unit:kilometre)) AS ?km)
                   (geof:sfWithin(?baku, "POLYGON((49 40, 50 40, 50 41, 49 41, 49 40))"^^geo:wktLiteral) AS ?within)
            { VALUES (?yerevan ?baku) { ("POINT(44.51 40.18)"^^geo:wktLiteral "POINT(49.87 40.41)"^^geo:wktLiteral) } }
            """;

    @TempDir
    private Path folder;

    @Test
    void findsWordsOfSentencesWhateverTheirEndings() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(said("one", "Erdoğan's envoys attacked the plan."), said("two", "Nobody came.")));

            assertThat(found(store, SENTENCES, "envoy attacks")).containsExactly("Erdoğan's envoys attacked the plan.");
            assertThat(found(store, SENTENCES, "erdogan")).hasSize(1);
            assertThat(found(store, SENTENCES, "stays"))
                    .as("the words of a trigger")
                    .isEmpty();
            assertThat(found(store, NAMES, "q399")).containsExactly("State Q399");
        }
    }

    @Test
    void keepsInStepWithWhatIsReplacedAndForgotten() {
        try (EventStore store = EventStore.open(folder)) {
            store.put(List.of(said("one", "The bridge fell."), said("two", "The bridge stands.")));

            store.put(List.of(said("one", "The tower fell.")));
            assertThat(found(store, SENTENCES, "bridge")).containsExactly("The bridge stands.");
            assertThat(found(store, SENTENCES, "tower")).containsExactly("The tower fell.");

            store.forget("one");
            assertThat(found(store, SENTENCES, "tower")).isEmpty();
            store.forget("two");
            assertThat(found(store, NAMES, "q399")).isEmpty();
        }
    }

    @Test
    void indexesOnceWhatIsWrittenTwice() {
        try (EventStore store = EventStore.open(folder)) {
            ArticleGraph one = said("one", "The bridge fell.");
            store.put(List.of(one));
            long quads = store.stats().quads();

            store.write(dataset -> dataset.getNamedModel(one.iri()).add(one.article()));

            assertThat(found(store, SENTENCES, "bridge")).containsExactly("The bridge fell.");
            assertThat(store.stats().quads()).isEqualTo(quads);
            store.forget("one");
            assertThat(found(store, SENTENCES, "bridge")).isEmpty();
        }
    }

    /** What was not committed is gone with a process that is killed. */
    @Test
    void commitsAfterACompactionToo() throws IOException {
        try (EventStore store = EventStore.open(folder)) {
            store.put(List.of(said("one", "The bridge fell.")));
            int before = committed();
            store.compact();

            store.put(List.of(said("two", "The bridge stands.")));

            assertThat(committed()).isGreaterThan(before);
        }
    }

    private int committed() throws IOException {
        try (Directory files = FSDirectory.open(folder.resolve(SearchIndex.FOLDER));
                DirectoryReader index = DirectoryReader.open(files)) {
            return index.numDocs();
        }
    }

    @Test
    void findsAfterAWriteThatWasAborted() {
        try (EventStore store = EventStore.open(folder)) {
            store.put(List.of(said("one", "The bridge fell.")));
            assertThatThrownBy(() -> store.write(dataset -> {
                        dataset.getNamedModel("https://example.org/g")
                                .add(said("x", "The bridge burns.").article());
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");

            assertThat(found(store, SENTENCES, "bridge")).containsExactly("The bridge fell.");
            store.put(List.of(said("two", "The bridge stands.")));
            assertThat(found(store, SENTENCES, "bridge")).hasSize(2);
        }
    }

    @Test
    void opensWithItsIndexAndMakesAMissingOrDoubtfulOneAgain() throws IOException {
        try (EventStore store = EventStore.open(folder)) {
            store.put(List.of(said("one", "The bridge fell.")));
        }
        Path mark = folder.resolve("casus.search");
        assertThat(mark).exists();
        Files.delete(mark);
        for (int i = 0; i < 2; i++) {
            try (EventStore store = EventStore.openExisting(folder)) {
                assertThat(found(store, SENTENCES, "bridge")).containsExactly("The bridge fell.");
                assertThat(found(store, NAMES, "q399")).containsExactly("State Q399");
            }
            assertThat(mark).exists();
        }
    }

    @Test
    void measuresDistancesAndTellsWhatLiesWithin() {
        try (EventStore store = EventStore.inMemory()) {
            assertThat(found(store, DISTANCE, "")).containsExactly("455.0e0,true");
        }
    }

    private static ArticleGraph said(String id, String sentence) {
        ArticleGraph graph = Graphs.accusation(id, "Q399", "Q227");
        Graphs.replace(graph.article(), "It stays.", sentence);
        return graph;
    }

    private static List<String> found(EventStore store, String query, String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(StoredQuery.of("test", query.formatted(words)), Map.of(), ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
