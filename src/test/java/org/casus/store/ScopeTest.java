package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeTest {
    private static final String EVENT = Vocabulary.DATA + "event/e1";
    private static final EventStore STORE = EventStore.inMemory();

    static {
        STORE.put(List.of(
                Graphs.accusation("one", "Q399", "Q227"),
                Graphs.accusation("two", "Q227", "Q43"),
                Graphs.accusation("three", "Q801", "Q843")));
        STORE.write(dataset -> {
            Node event = NodeFactory.createURI(EVENT);
            add(dataset, Vocabulary.EVENTS_GRAPH, event, RDF.type.asNode(), Vocabulary.EVENT.asNode());
            add(dataset, Vocabulary.EVENTS_GRAPH, report("one"), Vocabulary.REPORTS.asNode(), event);
            date(dataset, "one", "2020-05-01");
            date(dataset, "two", "2021-05-01");
        });
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void takesAnEventWithAllThatStandsBehindIt() {
        String event = export(scope(List.of(), List.of("e1"), null, null, null, 1));

        assertThat(event)
                .contains("event/e1>", "article/one/r1>", "article/one/sentence/0-9>")
                .contains("article/one/t1>", "identifier> \"one\"")
                .contains("\"State Q399\"", "\"State Q227\"")
                .doesNotContain("article/two", "\"State Q43\"", Vocabulary.VOCABULARY_GRAPH);
        assertThat(export(scope(List.of(), List.of(EVENT), null, null, null, 1)))
                .isEqualTo(event);
        assertThat(export(scope(List.of(), List.of(report("one").getURI()), null, null, null, 1)))
                .isEqualTo(event);
    }

    @Test
    void takesAnArticleAsItIs() {
        String article = export(scope(List.of("two"), List.of(), null, null, null, 1));

        assertThat(article.lines().filter(line -> line.endsWith("graph/article/" + hash("two") + "> .")))
                .hasSize(27);
        assertThat(article).contains("\"State Q43\"").doesNotContain("article/one");
    }

    @Test
    void goesAsFarAsTheHopsSay() {
        assertThat(reports(scope(List.of(), List.of(), null, null, "State Q399", 1)))
                .containsExactly("one");
        assertThat(reports(scope(List.of(), List.of(), null, null, "Q399", 2))).containsExactly("one", "two");
    }

    @Test
    void narrowsByTime() {
        LocalDate day = LocalDate.of(2020, 12, 31);

        assertThat(reports(scope(List.of(), List.of(), day, null, null, 1))).containsExactly("two");
        assertThat(reports(scope(List.of(), List.of(), null, day, null, 1))).containsExactly("one");
        assertThat(reports(scope(List.of(), List.of(), day, null, "Q399", 1))).isEmpty();
    }

    @Test
    void takesWhatAnAnswerNames() {
        StoredQuery query = StoredQuery.of("two.rq", """
                SELECT ?report { ?report <%s> ?_source_iri }""".formatted(Vocabulary.SOURCE));
        Scope scope = new Scope(List.of(), List.of(), query, Map.of("source", "Q227"), null, null, null, 1);

        assertThat(reports(scope)).containsExactly("two");
    }

    @Test
    void saysWhatIsNotThere() {
        fails(scope(List.of("none"), List.of(), null, null, null, 1), "no such article in the store: none");
        fails(
                scope(List.of(), List.of("none"), null, null, null, 1),
                "no such event, report or statement in the store: none");
        StoredQuery labels = StoredQuery.of("labels.rq", "SELECT ?label { ?s <%s> ?label }".formatted(RDF.type));
        fails(
                new Scope(List.of(), List.of(), labels, Map.of(), null, null, null, 1),
                "the answer of labels.rq names no event, report, statement or article");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void splitsIntoFilesThatStandByThemselves(ExportFormat format, @TempDir Path dir) throws IOException {
        List<Path> files = new ArrayList<>();
        ExportTarget target = new ExportTarget() {
            @Override
            public OutputStream next() throws IOException {
                Path file = dir.resolve(files.size() + "." + format.extension());
                files.add(file);
                return Files.newOutputStream(file);
            }

            @Override
            public long limit() {
                return 20;
            }
        };

        STORE.export(format, List.of("articles"), target);

        long statements = 0;
        for (Path file : files) {
            Dataset part = RDFDataMgr.loadDataset(file.toString());
            long size = part.getUnionModel().size() + part.getDefaultModel().size();
            assertThat(size).isBetween(1L, 20L);
            statements += size;
        }
        assertThat(files).hasSizeGreaterThan(3);
        assertThat(statements).isEqualTo(articles());
    }

    private static long articles() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        STORE.export(ExportFormat.NTRIPLES, List.of("articles"), out);
        return out.toString(StandardCharsets.UTF_8).lines().count();
    }

    private static Set<String> reports(Scope scope) {
        return STORE.read(dataset -> Selection.claims(dataset, scope)).stream()
                .map(claim -> claim.getURI().replaceAll(".*article/|/r1$", ""))
                .collect(Collectors.toSet());
    }

    private static void fails(Scope scope, String fault) {
        assertThatThrownBy(() -> export(scope))
                .isInstanceOf(StoreException.class)
                .hasMessage(fault);
    }

    private static Scope scope(
            List<String> articles,
            List<String> events,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String around,
            int hops) {
        return new Scope(articles, events, null, Map.of(), since, until, around, hops);
    }

    private static String export(Scope scope) {
        return new String(bytes(ExportFormat.NQUADS, scope), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ExportFormat format, Scope scope) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        STORE.export(format, scope, ExportTarget.of(out));
        return out.toByteArray();
    }

    private static void date(Dataset dataset, String article, String day) {
        Node date = Graphs.model(article, ":x :y \"" + day + "\"^^xsd:date .")
                .listObjects()
                .next()
                .asNode();
        String graph = Graphs.accusation(article, "Q1", "Q2").iri();
        add(dataset, graph, report(article), Vocabulary.FIRST_DAY.asNode(), date);
        add(dataset, graph, report(article), Vocabulary.LAST_DAY.asNode(), date);
    }

    private static void add(Dataset dataset, String graph, Node subject, Node property, Node value) {
        dataset.asDatasetGraph().add(NodeFactory.createURI(graph), subject, property, value);
    }

    private static Node report(String article) {
        return NodeFactory.createURI(Vocabulary.DATA + "article/" + article + "/r1");
    }

    private static String hash(String article) {
        return Graphs.accusation(article, "Q1", "Q2").iri().replaceAll(".*/", "");
    }
}
