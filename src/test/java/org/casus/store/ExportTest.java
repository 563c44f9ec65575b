package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.AnonId;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.ArticleGraph;
import org.casus.graph.Vocabulary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    private static final ArticleGraph ONE = Graphs.accusation("one", "Q399", "Q227");
    private static final ArticleGraph TWO = Graphs.accusation("two", "Q227", "Q43");
    private static final EventStore STORE = EventStore.inMemory();
    private static final EventStore OTHER_ORDER = EventStore.inMemory();

    static {
        STORE.put(List.of(ONE, TWO));
        OTHER_ORDER.put(List.of(TWO));
        OTHER_ORDER.put(List.of(ONE));
    }

    @AfterAll
    static void close() {
        STORE.close();
        OTHER_ORDER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TRIG,TRIG,true",
        "NQUADS,NQUADS,true",
        "JSONLD,JSONLD,true",
        "TURTLE,TURTLE,false",
        "NTRIPLES,NTRIPLES,false",
        "RDFXML,RDFXML,false"
    })
    void writesTheSameBytesForTheSameContent(ExportFormat format, String language, boolean graphs) {
        byte[] written = export(STORE, format, "articles", "entities");

        assertThat(export(OTHER_ORDER, format, "articles", "entities")).isEqualTo(written);
        Dataset read = DatasetFactory.create();
        RDFDataMgr.read(read, new ByteArrayInputStream(written), language(language));
        assertThat(graphs ? read.getNamedModel(ONE.iri()) : read.getDefaultModel())
                .satisfies(model -> assertThat(model.containsAll(ONE.article())).isTrue());
        assertThat(graphs ? read.getNamedModel(Vocabulary.ENTITIES_GRAPH) : read.getDefaultModel())
                .satisfies(
                        model -> assertThat(model.containsAll(TWO.entities())).isTrue());
    }

    @Test
    void sortsQuadsByTheirBytes() {
        String all = text(export(STORE, ExportFormat.NQUADS));

        assertThat(all.lines().toList()).isSorted().doesNotHaveDuplicates().allMatch(line -> line.endsWith(" ."));
        assertThat(all).contains(Vocabulary.VOCABULARY_GRAPH).doesNotContain(Vocabulary.RUNS_GRAPH);
    }

    @Test
    void writesTheGraphOfOneArticleOrOneThatIsNamed() {
        assertThat(text(export(STORE, ExportFormat.NQUADS, "one")))
                .contains("article/one>")
                .doesNotContain("article/two>");
        assertThat(text(export(STORE, ExportFormat.TURTLE, Vocabulary.ENTITIES_GRAPH)))
                .contains("entity:Q43")
                .doesNotContain("article/one");
        assertThat(text(export(STORE, ExportFormat.NTRIPLES, "runs"))).contains("sha256");
        assertThatThrownBy(() -> export(STORE, ExportFormat.TURTLE, "three"))
                .isInstanceOf(StoreException.class)
                .hasMessage("no such graph or article in the store: three");
    }

    /** Casus writes none, but an update over HTTP may. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void writesBlankNodesInEveryFormat(ExportFormat format) {
        try (EventStore store = EventStore.inMemory()) {
            Model written =
                    Graphs.model("blank", ":a rdfs:seeAlso _:b . _:b a _:c ; rdfs:seeAlso _:b ; rdfs:label \"b\" .");
            Resource numbered = written.createResource(new AnonId("8c60e11b-7f39"));
            written.add(numbered, RDFS.seeAlso, numbered);
            store.write(dataset -> dataset.addNamedModel(ONE.iri(), written));

            Dataset read = DatasetFactory.create();
            RDFDataMgr.read(read, new ByteArrayInputStream(export(store, format, ONE.iri())), language(format.name()));

            Model all = read.getUnionModel().union(read.getDefaultModel());
            assertThat(all.isIsomorphicWith(written)).isTrue();
            if (format == ExportFormat.RDFXML) {
                assertThat(new String(export(store, format, ONE.iri()), StandardCharsets.UTF_8))
                        .doesNotContainPattern("nodeID=\"\\d");
            }
        }
    }

    @Test
    void sortsMoreLinesThanMemoryHolds() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SortedLines lines = new SortedLines(200)) {
            for (int i = 0; i < 100; i++) {
                lines.add("line " + (i * 37) % 50);
            }
            lines.add("\uD83D\uDE00");
            lines.add("\uFFFD");
            lines.forEach(line -> out.writeBytes((text(line) + "\n").getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(text(out.toByteArray()).lines().toList())
                .hasSize(52)
                .startsWith("line 0", "line 1", "line 10")
                .endsWith("\uFFFD", "\uD83D\uDE00");
    }

    private static Lang language(String name) {
        return switch (name) {
            case "TRIG" -> Lang.TRIG;
            case "NQUADS" -> Lang.NQUADS;
            case "JSONLD" -> Lang.JSONLD;
            case "TURTLE" -> Lang.TURTLE;
            case "NTRIPLES" -> Lang.NTRIPLES;
            default -> Lang.RDFXML;
        };
    }

    private static byte[] export(EventStore store, ExportFormat format, String... graphs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(format, List.of(graphs), out);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
