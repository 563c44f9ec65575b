package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.casus.extraction.EventType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries that ship say what they are, and find what the sample article holds. */
class QueriesTest {
    private static final Path QUERIES = Path.of("queries");
    private static final Pattern DEFAULT = Pattern.compile("#\\+   - (\\w+): (.*)");
    private static final String AZERBAIJAN = Vocabulary.DATA + "entity/Q227";

    private static final String ARMENIA = Vocabulary.DATA + "entity/Q399";

    private static final Map<String, String> NAMES = Map.of("Azerbaijan", AZERBAIJAN, "Armenia", ARMENIA);

    private static Dataset dataset;

    @BeforeAll
    static void store() {
        dataset = TDB2Factory.createDataset();
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        ArticleGraph graph = new GraphMapper(new Build("1.0", "cafe")).map(SampleArticle.linked());
        Txn.executeWrite(dataset, () -> {
            dataset.addNamedModel(graph.iri(), graph.article());
            dataset.addNamedModel(Vocabulary.ENTITIES_GRAPH, graph.entities());
            dataset.addNamedModel(Vocabulary.EVENTS_GRAPH, fused(graph.article()));
            dataset.addNamedModel(Vocabulary.VOCABULARY_GRAPH, Ontology.vocabulary());
        });
    }

    @AfterAll
    static void close() {
        dataset.close();
    }

    /** As fusion would: one event for each type, so that the shelling and its denial are one. */
    private static Model fused(Model article) {
        Model events = ModelFactory.createDefaultModel();
        for (EventType type : EventType.values()) {
            Resource event = events.createResource(Vocabulary.DATA + "event/" + type);
            article.listSubjectsWithProperty(Vocabulary.EVENT_TYPE, Vocabulary.eventType(type))
                    .forEach(report -> events.add(report, Vocabulary.REPORTS, event)
                            .add(event, RDF.type, Vocabulary.EVENT)
                            .add(event, Vocabulary.IN_DISPUTE, "whether")
                            .addLiteral(event, Vocabulary.REPORT_COUNT, 2)
                            .addLiteral(event, Vocabulary.PUBLISHER_COUNT, 2)
                            .add(event, RDF.type, Vocabulary.eventClass(type))
                            .add(event, Vocabulary.EVENT_TYPE, Vocabulary.eventType(type)));
        }
        Resource shelling = events.createResource(Vocabulary.DATA + "event/ASSAULT");
        Resource saying = events.createResource(Vocabulary.DATA + "event/ACCUSE");
        events.createResource(Vocabulary.DATA + "similarity/1")
                .addProperty(RDF.type, Vocabulary.SIMILARITY_CLASS)
                .addProperty(Vocabulary.SIMILAR, shelling)
                .addProperty(Vocabulary.SIMILAR, saying)
                .addLiteral(Vocabulary.SIMILARITY, 0.75);
        shelling.addProperty(RDF.type, Vocabulary.NAMED_EVENT).addProperty(Vocabulary.NAME, "three-day siege");
        events.createResource(Vocabulary.DATA + "identity/1")
                .addProperty(RDF.type, Vocabulary.IDENTITY_CLASS)
                .addProperty(Vocabulary.NAME, "Azerbaijan")
                .addProperty(Vocabulary.IDENTIFIES, events.createResource(AZERBAIJAN))
                .addProperty(Vocabulary.REASON, "name");
        events.createResource(Vocabulary.DATA + "event/gone").addProperty(DCTerms.isReplacedBy, shelling);
        return events;
    }

    static Stream<String> names() {
        try (Stream<Path> files = Files.walk(QUERIES)) {
            return files
                    .filter(file -> file.toString().endsWith(".rq"))
                    .map(file -> QUERIES.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.substring(0, name.length() - ".rq".length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatItIsAndHasADefaultForEachNeededParameter(String name) {
        String text = text(name);
        Map<String, String> defaults = defaults(text);

        String folder = name.substring(0, name.indexOf('/'));

        assertThat(text)
                .startsWith("#+ summary: ")
                .contains("\n#+ description: ", "\n#+ tags:\n#+   - " + folder + "\n")
                .containsPattern("\n#defaultView: (Table|Map|Timeline|Graph|BarChart)\n");
        assertThat(parameters(text).keySet().stream().filter(parameter -> !optional(text, parameter)))
                .containsExactlyInAnyOrderElementsOf(defaults.keySet());
    }

    @Test
    void enumeratesTheTypesThatThereAre() {
        String types = Stream.of(EventType.values())
                .map(type -> "#+       - " + type + "\n")
                .sorted()
                .collect(Collectors.joining());

        assertThat(text("events/of-type")
                        .lines()
                        .filter(line -> line.startsWith("#+       - "))
                        .sorted()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(types);
    }

    @Test
    void findsThoseWhoHadToDoWithEachOther() {
        assertThat(rows("actors/between", Map.of("other", ARMENIA)))
                .singleElement()
                .asString()
                .contains("Armenia, ACCUSE, Azerbaijan");
    }

    @Test
    void keepsToTheDaysThatWereAskedFor() {
        assertThat(rows("events/timeline", Map.of("since", "2023-09-20")))
                .singleElement()
                .asString()
                .contains("Russia, MOBILIZE");
        assertThat(rows("events/timeline", Map.of("until", "2023-09-20")))
                .singleElement()
                .asString()
                .contains("Azerbaijan, ASSAULT");
        assertThat(rows("events/timeline", Map.of("actor", AZERBAIJAN))).hasSize(4);
        assertThat(rows("events/by-type", Map.of())).hasSizeGreaterThan(3);
        assertThat(rows("events/by-type", Map.of("since", "2023-09-20")))
                .singleElement()
                .asString()
                .startsWith("MOBILIZE, 1, 1, 0, 1");
        assertThat(rows("events/by-type", Map.of("until", "2023-09-20")))
                .singleElement()
                .asString()
                .startsWith("ASSAULT, 1, 1, 1, 1");
    }

    @Test
    void tellsWhoAccusedWhomOfWhat() {
        assertThat(rows("actors/accusations", Map.of()))
                .containsExactly("Armenia, Azerbaijan, ASSAULT (shelled), certain, The Daily Example, "
                        + "Armenia accused Azerbaijan of the attack.");
    }

    @Test
    void tellsPlansAndDenialsFromFacts() {
        assertThat(rows("events/unrealised", Map.of()))
                .containsExactly(
                        "denied, Azerbaijan, ASSAULT, Stepanakert, REJECT, Baku denies that it attacked the town.",
                        "planned, Russia, MOBILIZE, , -, "
                                + "Russia may send peacekeepers to Karabakh next week, Petrosyan said.");
    }

    @Test
    void setsContradictingAccountsSideBySide() {
        assertThat(rows("evidence/contradictions", Map.of()))
                .singleElement()
                .asString()
                .startsWith("ASSAULT, whether it happened, ")
                .contains("Baku denies", "shelled Stepanakert");
    }

    @Test
    void tellsWhatWasDeniedAndOnWhatAccountsDisagree() {
        assertThat(rows("evidence/denied", Map.of()))
                .singleElement()
                .asString()
                .contains("ASSAULT", "shelled Stepanakert", "Baku denies");
        assertThat(rows("evidence/disputed", Map.of())).anyMatch(row -> row.startsWith("whether, ASSAULT, denied"));
        assertThat(rows("evidence/story", Map.of("event", Vocabulary.DATA + "event/ASSAULT")))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(rows("events/crisis", Map.of())).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void holdsEachReportAgainstItsOwnEvent() {
        String assault = Vocabulary.DATA + "event/ASSAULT";

        assertThat(rows("evidence/values", Map.of("event", assault)))
                .allMatch(row -> row.endsWith(assault))
                .filteredOn(row -> row.startsWith("type, "))
                .hasSize(2)
                .allMatch(row -> row.startsWith("type, ASSAULT, ASSAULT, "));
        assertThat(rows("evidence/values", Map.of()))
                .allMatch(row -> row.endsWith(assault))
                .hasSameSizeAs(rows("evidence/values", Map.of("event", assault)));
    }

    @Test
    void tellsWhatMayBeOneEventAndWhatBecameOne() {
        assertThat(rows("quality/duplicates", Map.of()))
                .singleElement()
                .asString()
                .startsWith("0.75")
                .contains("ACCUSE, ");
        assertThat(rows("quality/merged", Map.of())).singleElement().asString().startsWith("replaced by, ");
        assertThat(rows("evidence/corroboration", Map.of())).anyMatch(row -> row.startsWith("ASSAULT, "));
    }

    @Test
    void givesTheChainOfVoicesFromTheSpeakerOutward() {
        assertThat(rows("evidence/event", Map.of("event", Vocabulary.DATA + "event/ASSAULT")))
                .hasSize(2)
                .anyMatch(row -> row.contains("Arman Petrosyan < Reuters < The Daily Example"));
    }

    @Test
    void placesEachReportInItsArticle() {
        assertThat(rows("quality/reports", Map.of()))
                .hasSize(5)
                .contains("sample-1, 11, 18, " + Vocabulary.DATA + "event/ASSAULT");
        assertThat(QueryFactory.create(text("quality/reports")).getResultVars())
                .containsExactly("article", "begin", "end", "event");
    }

    @Test
    void tellsWhoseLandAndOnWhoseWord() {
        assertThat(rows("territory/status", Map.of("territory", "karabakh")))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("Nagorno-Karabakh, recognisedAsPartOf, Azerbaijan, Nikol Pashinyan, 2023, "));
    }

    @Test
    void tellsADecadeByItsBounds() {
        assertThat(rows("territory/changes", Map.of("territory", "artsakh")))
                .singleElement()
                .asString()
                .startsWith("1990-01-01/1999-12-31, ");
    }

    @Test
    void tellsWhoHeldALandOnADayOnlyIfHeCanHaveHeldItThen() {
        assertThat(rows("territory/control", Map.of("territory", "karabakh", "day", "1995-05-05")))
                .singleElement()
                .asString()
                .contains("controls, Republic of Artsakh, possible");
        assertThat(rows("territory/control", Map.of("territory", "karabakh", "day", "2021-05-05")))
                .hasSize(2);
    }

    @Test
    void setsHoldersOfOneLandSideBySide() {
        assertThat(rows("evidence/conflicting-territory", Map.of()))
                .anySatisfy(row -> assertThat(row)
                        .contains("Nagorno-Karabakh, DeFactoRelation, ", "Azerbaijan", "Republic of Artsakh"));
    }

    @Test
    void tellsClaimsWithoutControl() {
        assertThat(rows("territory/gaps", Map.of("territory", "karabakh")))
                .anySatisfy(row -> assertThat(row).contains("Azerbaijan, control, claim"));
    }

    @Test
    void tellsOfficesOnADay() {
        assertThat(rows("offices/on-day", Map.of("office", "minister")))
                .singleElement()
                .asString()
                .contains("Nikol Pashinyan, prime minister, Armenia, holder, certain");
    }

    private static List<String> rows(String name, Map<String, String> given) {
        String text = text(name);
        Map<String, String> values = new LinkedHashMap<>(defaults(text));
        values.putAll(given);
        Map<Var, Node> bound = new LinkedHashMap<>();
        values.forEach((parameter, value) -> bound.put(
                Var.alloc(parameters(text).get(parameter)),
                term(parameters(text).get(parameter), value)));
        Query query = QueryTransformOps.replaceVars(QueryFactory.create(text), bound);
        return Txn.calculateRead(dataset, () -> {
            try (QueryExecution execution = QueryExecution.create(query, dataset)) {
                return rows(execution.execSelect());
            }
        });
    }

    private static List<String> rows(ResultSet results) {
        List<String> rows = new ArrayList<>();
        while (results.hasNext()) {
            QuerySolution row = results.next();
            rows.add(String.join(
                    ", ",
                    results.getResultVars().stream()
                            .map(column -> shown(row.get(column)))
                            .toList()));
        }
        return rows;
    }

    private static String shown(RDFNode node) {
        return node == null ? "-" : node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString();
    }

    private static Node term(String variable, String value) {
        if (variable.endsWith("_iri")) {
            return ResourceFactory.createResource(NAMES.getOrDefault(value, value))
                    .asNode();
        }
        return variable.endsWith("_xsd_date")
                ? ResourceFactory.createTypedLiteral(value, XSDDatatype.XSDdate).asNode()
                : ResourceFactory.createStringLiteral(value).asNode();
    }

    /** Names of parameters with their variables, by BASIL's convention. */
    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher variable =
                Pattern.compile("\\?(_+([a-z]+)(?:_iri|_xsd_[a-z]+)?)\\b").matcher(text);
        while (variable.find()) {
            parameters.put(variable.group(2), variable.group(1));
        }
        return parameters;
    }

    private static boolean optional(String text, String parameter) {
        return parameters(text).get(parameter).startsWith("__");
    }

    private static Map<String, String> defaults(String text) {
        Map<String, String> defaults = new LinkedHashMap<>();
        text.lines()
                .dropWhile(line -> !line.equals("#+ defaults:"))
                .map(DEFAULT::matcher)
                .filter(Matcher::matches)
                .forEach(line -> defaults.put(line.group(1), line.group(2)));
        return defaults;
    }

    private static String text(String name) {
        try {
            return Files.readString(QUERIES.resolve(name + ".rq"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
