package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.resultset.RDFInput;
import org.casus.graph.ArticleGraph;
import org.casus.graph.Vocabulary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final String PREFIX = "PREFIX casus: <https://w3id.org/casus/ontology#>\n";
    private static final String BY_SOURCE =
            PREFIX + "SELECT ?t WHERE { ?r casus:source ?_source_iri ; casus:target ?t } ORDER BY ?t";
    private static final String OPTIONAL_SOURCE =
            PREFIX + "SELECT ?t WHERE { ?r casus:source ?__source_iri ; casus:target ?t } ORDER BY ?t";

    private static EventStore store = EventStore.inMemory();

    @BeforeAll
    static void fill() {
        store.put(List.of(Graphs.accusation("one", "Q399", "Q227"), Graphs.accusation("two", "Q227", "Q43")));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void writesATableWithShortNames() {
        assertThat(ask(PREFIX + "SELECT ?s ?t WHERE { ?r casus:source ?s ; casus:target ?t } ORDER BY ?s"))
                .isEqualTo("""
                        s            t
                        -----------  -----------
                        entity:Q227  entity:Q43
                        entity:Q399  entity:Q227
                        """);
    }

    @Test
    void writesColumnsAndSparqlResults() {
        Map<String, String> armenia = Map.of("source", "Q399");

        assertThat(ask(BY_SOURCE, armenia, ResultFormat.CSV).lines())
                .containsExactly("t", "https://w3id.org/casus/data/entity/Q227");
        assertThat(ask(BY_SOURCE, armenia, ResultFormat.TSV).lines())
                .containsExactly("?t", "<https://w3id.org/casus/data/entity/Q227>");
        assertThat(ask(BY_SOURCE, armenia, ResultFormat.JSON)).contains("\"bindings\"", "entity/Q227");
        assertThat(ask(BY_SOURCE, armenia, ResultFormat.XML)).contains("<uri>https://w3id.org/casus/data/entity/Q227");
    }

    @Test
    void writesGraphsAndAnswersOfYesAndNo() {
        String construct = "CONSTRUCT { ?s casus:target ?t } WHERE { ?r casus:source ?s ; casus:target ?t }";

        assertThat(ask(PREFIX + construct)).contains("casus:target  <https://w3id.org/casus/data/entity/Q43>");
        assertThat(ask(PREFIX + construct, Map.of(), ResultFormat.JSON)).contains("\"@id\"");
        assertThat(ask("DESCRIBE <https://w3id.org/casus/data/entity/Q43>", Map.of(), ResultFormat.XML))
                .contains("State Q43");
        assertThat(ask("ASK { ?s ?p ?o }")).isEqualTo("yes\n");
        assertThat(ask("ASK { ?s ?p <https://example.org/none> }")).isEqualTo("no\n");
        assertThat(ask("ASK { ?s ?p ?o }", Map.of(), ResultFormat.JSON)).contains("true");
        assertThatThrownBy(() -> ask(PREFIX + construct, Map.of(), ResultFormat.CSV))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("a graph has no columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q399",
                "https://w3id.org/casus/data/entity/Q399",
                "State Q399",
                "state q399",
            })
    void takesAnIriAQidOrALabel(String source) {
        assertThat(ask(BY_SOURCE, Map.of("source", source), ResultFormat.CSV)).contains("entity/Q227");
    }

    @Test
    void leavesAnOptionalParameterOpen() {
        assertThat(ask(OPTIONAL_SOURCE, Map.of(), ResultFormat.CSV).lines()).hasSize(3);
        assertThat(ask(OPTIONAL_SOURCE, Map.of("source", "Q399"), ResultFormat.CSV)
                        .lines())
                .hasSize(2);
    }

    @Test
    void takesADefaultFromTheHeader() {
        String header = "#+ defaults:\n#+   - source: Q227\n";

        assertThat(ask(header + BY_SOURCE)).contains("entity:Q43").doesNotContain("entity:Q227");
    }

    @Test
    void bindsTypedValuesAlsoWhereTheQueryAsksWhetherTheyAreBound() {
        String since = "SELECT ?day WHERE { VALUES ?day { '2023-01-01'^^xsd:date '2024-01-01'^^xsd:date }"
                + " FILTER(!BOUND(?__since_xsd_date) || ?day >= ?__since_xsd_date) }";
        String query = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n" + since;

        assertThat(ask(query, Map.of("since", "2023-06-01"), ResultFormat.CSV).lines())
                .containsExactly("day", "2024-01-01");
        assertThat(ask(query, Map.of(), ResultFormat.CSV).lines()).hasSize(3);
    }

    @Test
    void neverMakesAValuePartOfTheQuery() {
        String query = "SELECT (STRLEN(?_word) AS ?length) (LANG(?_word_en) AS ?language) WHERE {}";
        String injection = "\" . } ; DROP ALL #";

        assertThat(ask(query, Map.of("word", injection), ResultFormat.CSV).lines())
                .containsExactly("length,language", injection.length() + ",en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red | the query test has no parameter \"colour\"; it has: source, since",
                "since=2023 | parameter \"since\" must be xsd:date, not \"2023\"",
                "source=Narnia | parameter \"source\": nothing in the store is called \"Narnia\"",
                "source=http://a b | parameter \"source\" is no IRI",
            })
    void saysWhatIsWrongWithAValue(String value, String fault) {
        String query = PREFIX + "SELECT * WHERE { ?r casus:source ?_source_iri ; casus:firstDay ?__since_xsd_date }";
        int equals = value.indexOf('=');
        Map<String, String> values = equals == 6 && value.startsWith("source")
                ? Map.of("source", value.substring(equals + 1))
                : Map.of("source", "Q399", value.substring(0, equals), value.substring(equals + 1));

        assertFault(query, values, fault);
    }

    @Test
    void saysThatAValueIsMissingOrALabelHasTwoOwners() {
        assertFault(BY_SOURCE, Map.of(), "the query test needs a value: --param source=... (an actor or a place)");
        try (EventStore twins = EventStore.inMemory()) {
            twins.put(List.of(Graphs.accusation("one", "Q1", "Q2")));
            twins.write(dataset -> dataset.getNamedModel("https://w3id.org/casus/data/graph/entities")
                    .add(Graphs.model("x", "entity:Q3 rdfs:label \"State Q1\" .")));
            assertThatThrownBy(() -> twins.query(
                            StoredQuery.of("test", BY_SOURCE),
                            Map.of("source", "State Q1"),
                            ResultFormat.CSV,
                            new ByteArrayOutputStream()))
                    .hasMessageContaining("more than one is called \"State Q1\"")
                    .hasMessageContaining("State Q1 (State, entity:Q1), State Q1 (entity:Q3)");
        }
    }

    @Test
    void takesTheOneSpokenOfMostOfThoseThatFusionTakesForOne() {
        try (EventStore twins = EventStore.inMemory()) {
            twins.put(List.of(Graphs.accusation("one", "Q1", "Q9"), Graphs.accusation("two", "Q2", "Q9")));
            twins.write(dataset -> {
                dataset.getNamedModel(Vocabulary.ENTITIES_GRAPH).add(Graphs.model("x", """
                        entity:Q1 rdfs:label "Kim Gray" ; a casus:UnlinkedEntity .
                        entity:Q2 rdfs:label "Kim Gray" ; a casus:UnlinkedEntity .
                        """));
                dataset.getNamedModel(ArticleGraph.iriOf("two"))
                        .add(Graphs.model("two", ":m casus:refersTo entity:Q2 ."));
            });
            assertThatThrownBy(() -> gray(twins, new ArrayList<>())).hasMessageContaining("more than one is called");

            twins.write(dataset -> dataset.getNamedModel(Vocabulary.EVENTS_GRAPH)
                    .add(Graphs.model("x", ":identity casus:identifies entity:Q1, entity:Q2 .")));

            List<String> notes = new ArrayList<>();
            assertThat(gray(twins, notes).lines()).containsExactly("r", "https://w3id.org/casus/data/article/two/r1");
            assertThat(notes).singleElement().asString().contains("entity:Q2), who may also stand as", "entity:Q1)");
        }
    }

    private static String gray(EventStore twins, List<String> notes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        twins.query(
                StoredQuery.of("test", PREFIX + "SELECT ?r WHERE { ?r casus:source ?_source_iri }"),
                Map.of("source", "kim gray"),
                limited(0, notes),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void takesAPartOfANameAndSaysWhatItTookItFor() {
        List<String> notes = new ArrayList<>();

        assertThat(ask(BY_SOURCE, Map.of("source", "q399"), limited(0, notes)).lines())
                .hasSize(2);
        assertThat(notes).containsExactly("source=q399 is taken as State Q399 (State, entity:Q399)");
    }

    @Test
    void prefersWhatIsKnownToANameInAText() {
        List<String> notes = new ArrayList<>();
        try (EventStore twins = EventStore.inMemory()) {
            twins.put(List.of(Graphs.accusation("one", "Q1", "Q2")));
            twins.write(dataset -> dataset.getNamedModel("https://w3id.org/casus/data/graph/entities")
                    .add(Graphs.model("x", "entity:nil-3 a casus:UnlinkedEntity ; rdfs:label \"State Q1\" .")));

            twins.query(
                    StoredQuery.of("test", BY_SOURCE),
                    Map.of("source", "state q1"),
                    limited(0, notes),
                    new ByteArrayOutputStream());
        }
        assertThat(notes)
                .containsExactly(
                        "source=state q1 is taken as State Q1 (State, entity:Q1), not as State Q1 (entity:nil-3)");
    }

    @Test
    void takesShortNamesAsTablesShowThem() {
        assertThat(ask(BY_SOURCE, Map.of("source", "entity:Q399"), ResultFormat.CSV)
                        .lines())
                .hasSize(2);
    }

    @Test
    void takesTheLastPartOfAnEventsIri() {
        String event = "0123456789abcdef01234567";

        assertThat(ask("SELECT (?_event_iri AS ?e) {}", Map.of("event", event), ResultFormat.CSV))
                .contains("https://w3id.org/casus/data/event/" + event);
    }

    @Test
    void refusesAValueThatIsNotEnumerated() {
        String query = "#+ enumerate:\n#+   - kind:\n#+       - One\n#+       - Two\nSELECT (?_kind AS ?k) {}";

        assertThat(ask(query, Map.of("kind", "ONE"), ResultFormat.CSV)).isEqualTo("k\r\nOne\r\n");
        assertFault(query, Map.of("kind", "three"), "parameter \"kind\" is one of One, Two, not \"three\"");
    }

    @Test
    void cutsAtALimitOrAtItsOwnAndSaysSo() {
        List<String> notes = new ArrayList<>();
        String rows = "SELECT ?s WHERE { ?s a ?c . ?x a ?d } LIMIT 7";

        assertThat(ask(rows, Map.of(), limited(3, notes)).lines()).hasSize(4);
        assertThat(ask(rows, Map.of(), limited(9, notes)).lines()).hasSize(10);
        assertThat(ask(rows, Map.of(), limited(0, notes)).lines()).hasSize(8);
        assertThat(ask(rows.replace("7", "9999999"), Map.of(), limited(0, notes)))
                .isNotEmpty();
        assertThat(notes)
                .containsExactly(
                        "cut after 3 rows; --limit gives more",
                        "cut after 9 rows; --limit gives more",
                        "the query's own LIMIT of 7 rows is reached; --limit gives more");
    }

    @Test
    void writesWhatWasFoundWhenTimeRanOut() {
        String endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
        QueryLimits limits = new QueryLimits(Duration.ofSeconds(3), 0);
        AnswerOptions options = new AnswerOptions(ResultFormat.JSON, limits, true, false, false, note -> {});
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> store.query(StoredQuery.of("test", endless), Map.of(), options, out))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageMatching("test: stopped after 3 s and \\d+ rows; there may be more");
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).endsWith("}");
    }

    @Test
    @Timeout(60)
    void stopsInTimeWhileAJoinIsPrepared() {
        String endless =
                "SELECT * { ?a ?b ?c OPTIONAL { SELECT ?a (COUNT(*) AS ?n) { ?a ?d ?e . ?f ?g ?h . ?i ?j ?k . ?l ?m ?o } GROUP BY ?a } }";
        QueryLimits limits = new QueryLimits(Duration.ofSeconds(1), 0);

        assertThatThrownBy(() -> store.query(
                        StoredQuery.of("test", endless),
                        Map.of(),
                        ResultFormat.CSV,
                        limits,
                        OutputStream.nullOutputStream()))
                .isInstanceOf(QueryLimitException.class)
                .hasMessage("test: stopped after 1 s");
    }

    @Test
    void writesMarkdownAndTurtle() {
        String pipe = "SELECT (\"a|b\" AS ?x) (3 AS ?y) {}";

        assertThat(ask(pipe, Map.of(), ResultFormat.MARKDOWN)).isEqualTo("| x | y |\n| --- | --- |\n| a\\|b | 3 |\n");
        assertThat(ask("ASK {}", Map.of(), ResultFormat.TURTLE)).contains("rs:boolean");
        assertThat(ask("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }", Map.of(), ResultFormat.TURTLE))
                .contains(" a ");
    }

    @Test
    void turtleOfRowsIsAResultSet() {
        String rows = "SELECT ?x ?y { VALUES (?x ?y) { (\"a|b\" 3) (<x:c> UNDEF) } }";
        Model graph = ModelFactory.createDefaultModel();

        RDFDataMgr.read(graph, new StringReader(ask(rows, Map.of(), ResultFormat.TURTLE)), null, Lang.TURTLE);

        ResultSet read = RDFInput.fromRDF(graph);
        assertThat(read.getResultVars()).containsExactlyInAnyOrder("x", "y");
        assertThat(ResultSetFormatter.toList(read))
                .hasSize(2)
                .anyMatch(row -> row.contains("y") && (row.getLiteral("y").getInt() == 3))
                .anyMatch(row ->
                        !row.contains("y") && row.getResource("x").getURI().equals("x:c"));
    }

    /** A hundred million rows would neither fit nor be done before the first is read. */
    @ParameterizedTest
    @EnumSource(ResultFormat.class)
    void rowsAreWrittenAsTheyCome(ResultFormat format) {
        assertThatReaderMayLeave("SELECT * " + endless("?a ?b ?c ?d"), format);
    }

    @Test
    void graphsAreWrittenAsTheyCome() {
        assertThatReaderMayLeave(
                "CONSTRUCT { ?x <x:p> ?y } { %s BIND(IRI(CONCAT('x:', STR(?a), '-', STR(?b))) AS ?x)"
                                .formatted(endless("?a ?b ?c ?d"))
                        + " BIND(CONCAT(STR(?c), '-', STR(?d)) AS ?y) }",
                ResultFormat.TURTLE);
    }

    @Test
    void cutsAGraphAndSaysSo() {
        List<String> notes = new ArrayList<>();
        AnswerOptions options = new AnswerOptions(
                ResultFormat.TURTLE, new QueryLimits(Duration.ZERO, 2), true, false, false, notes::add);

        assertThat(ask("CONSTRUCT { <x:a> <x:b> ?n } { VALUES ?n { 1 2 3 } }", Map.of(), options))
                .contains("1")
                .doesNotContain("3");
        assertThat(notes).containsExactly("cut after 2 triples; --limit gives more");
    }

    private static String endless(String variables) {
        String hundred = IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        return Stream.of(variables.split(" "))
                .map(variable -> "VALUES %s { %s }".formatted(variable, hundred))
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static void assertThatReaderMayLeave(String query, ResultFormat format) {
        AnswerOptions options = new AnswerOptions(format, QueryLimits.NONE, true, false, false, note -> {});
        OutputStream closing = new OutputStream() {
            private long written;

            @Override
            public void write(int single) {
                written++;
                if (written > 1_000_000) {
                    throw new IllegalStateException("read enough");
                }
            }
        };

        assertThatThrownBy(() -> store.query(StoredQuery.of("test", query), Map.of(), options, closing))
                .hasStackTraceContaining("read enough");
    }

    @Test
    void drawsTheCountsOfATableAsBars() {
        String counts = "SELECT ?k (SUM(?n) AS ?all) { VALUES (?k ?n) { (\"a\" 8) (\"b\" 3) (\"c\" 0) } }"
                + " GROUP BY ?k ORDER BY ?k";
        AnswerOptions options = new AnswerOptions(ResultFormat.TABLE, QueryLimits.NONE, true, false, true, note -> {});

        assertThat(ask(counts, Map.of(), options).lines())
                .containsExactly(
                        "k  all",
                        "-  ---  --------------------",
                        "a  8    ████████████████████",
                        "b  3    ███████▌",
                        "c  0");
    }

    private static AnswerOptions limited(long rows, List<String> notes) {
        return new AnswerOptions(
                ResultFormat.CSV, new QueryLimits(Duration.ZERO, rows), true, false, false, notes::add);
    }

    private static String ask(String query, Map<String, String> values, AnswerOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(StoredQuery.of("test", query), values, options, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void namesLineAndColumnOfASyntaxError() {
        assertFault("SELECT *\nWHERE { ?s ?p }", Map.of(), "test: line 2, column 12: did not expect \"}\"");
        assertFault("SELECT * { ?s foaf:name ?o }", Map.of(), "test: line 1, column 15: Unresolved prefixed name");
        assertFault("", Map.of(), "test: line 0, column 0: did not expect \"<EOF>\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <x:a> <x:b> <x:c> }",
                "DROP ALL",
                "LOAD <file:///etc/passwd>",
                "PREFIX x: <x:> DELETE WHERE { ?s ?p ?o }",
            })
    void refusesUpdates(String update) {
        assertFault(update, Map.of(), "test: a query may not change the store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
                "SELECT * { { SELECT ?s { OPTIONAL { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER(1 = 1 && EXISTS { SERVICE ?s { ?s ?p ?o } }) }",
            })
    void asksNoOtherServer(String query) {
        assertFault(query, Map.of(), "test: SERVICE is off");
    }

    @Test
    void widensColumnsForLongTablesAndCollapsesLines() {
        String numbers = "SELECT ?s (\"two\\nlines\" AS ?text) ?none WHERE { ?s a ?c . ?x a ?d . ?y a ?e } LIMIT 1500";

        assertThat(ask(numbers).lines()).hasSize(1502).allMatch(line -> line.equals(line.stripTrailing()));
        assertThat(ask(numbers)).contains("two lines");
    }

    @Test
    void takesTheFirstOfManyCopiesForTheOriginal() {
        try (EventStore copies = EventStore.inMemory()) {
            copies.put(Stream.of("b", "a", "c")
                    .map(id -> Graphs.accusation(id, "Q399", "Q227"))
                    .toList());
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            copies.query(
                    QueryCatalogue.shipped().find("sources/copies").orElseThrow(), Map.of(), ResultFormat.CSV, out);

            assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1)).containsExactly("b,,,a,,", "c,,,a,,");
        }
    }

    private static void assertFault(String query, Map<String, String> values, String fault) {
        assertThatThrownBy(() -> ask(query, values, ResultFormat.TABLE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(fault)
                .message()
                .doesNotContain("\n");
    }

    private static String ask(String query) {
        return ask(query, Map.of(), ResultFormat.TABLE);
    }

    private static String ask(String query, Map<String, String> values, ResultFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(StoredQuery.of("test", query), values, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
