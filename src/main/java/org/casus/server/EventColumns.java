package org.casus.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Events to columns of JSON, read in few passes over the store's index. Names stand once, in a table of entities, and
 * columns of events point into it; days are counted from 1970-01-01; an IRI is what follows
 * {@code https://w3id.org/casus/data/}.
 */
final class EventColumns {
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final Node EVENTS = NodeFactory.createURI(Vocabulary.EVENTS_GRAPH);
    private static final Node ENTITIES = NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH);
    private static final List<String> STATUSES = List.of("certain", "probable", "possible", "denied", "planned");

    private static final Pattern POINT = Pattern.compile("POINT ?\\((-?[\\d.]+) (-?[\\d.]+)\\)");

    private static final int NOTHING = Integer.MIN_VALUE;

    private final DatasetGraph quads;
    private final QuadIds ids;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<NodeId, Integer> events = new LinkedHashMap<>();
    private final Map<Node, Integer> entities = new LinkedHashMap<>();
    private final Map<String, Integer> types = new LinkedHashMap<>();
    private final Map<String, Integer> classes = new LinkedHashMap<>();

    EventColumns(DatasetGraph quads) {
        this.quads = quads;
        this.ids = new QuadIds(quads);
    }

    byte[] json() {
        ids.forEach(
                EVENTS,
                RDF.type.asNode(),
                Vocabulary.EVENT.asNode(),
                (event, type) -> events.put(event, events.size()));
        ObjectNode columns = json.createObjectNode();
        columns.set(
                "id",
                json.valueToTree(events.keySet().stream()
                        .map(ids::node)
                        .map(EventColumns::name)
                        .toList()));
        columns.set("type", column(Vocabulary.EVENT_TYPE.asNode(), type -> index(types, afterHash(type))));
        columns.set("source", column(Vocabulary.SOURCE.asNode(), this::entity));
        columns.set("target", column(Vocabulary.TARGET.asNode(), this::entity));
        columns.set("place", column(Vocabulary.PLACE.asNode(), this::entity));
        columns.set("first", column(Vocabulary.FIRST_DAY.asNode(), EventColumns::day));
        columns.set("last", column(Vocabulary.LAST_DAY.asNode(), EventColumns::day));
        columns.set("reports", column(Vocabulary.REPORT_COUNT.asNode(), EventColumns::number));
        columns.set("sources", column(Vocabulary.PUBLISHER_COUNT.asNode(), EventColumns::number));
        columns.set("disputed", disputed());
        columns.set("status", statuses());
        ObjectNode root = json.createObjectNode();
        root.set("types", json.valueToTree(types.keySet()));
        root.set(
                "quads",
                json.valueToTree(types.keySet().stream().map(this::quad).toList()));
        root.set("statuses", json.valueToTree(STATUSES));
        root.set("events", columns);
        root.set("entities", entityColumns());
        root.set("classes", json.valueToTree(classes.keySet()));
        try {
            return json.writeValueAsBytes(root);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private ArrayNode column(Node property, ToIntFunction<Node> value) {
        int[] cells = new int[events.size()];
        Arrays.fill(cells, NOTHING);
        Map<NodeId, Integer> known = new HashMap<>();
        ids.forEach(EVENTS, property, Node.ANY, (event, object) -> {
            Integer row = events.get(event);
            if (row != null) {
                cells[row] = known.computeIfAbsent(object, unknown -> value.applyAsInt(ids.node(unknown)));
            }
        });
        ArrayNode column = new ArrayNode(json.getNodeFactory(), cells.length);
        for (int cell : cells) {
            if (cell == NOTHING) {
                column.addNull();
            } else {
                column.add(cell);
            }
        }
        return column;
    }

    private ArrayNode disputed() {
        int[] cells = new int[events.size()];
        ids.forEach(EVENTS, Vocabulary.IN_DISPUTE.asNode(), Node.ANY, (event, aspect) -> {
            Integer row = events.get(event);
            if (row != null) {
                cells[row]++;
            }
        });
        return json.valueToTree(cells);
    }

    /** The statuses of an event's reports, one bit for each of {@link #STATUSES}. */
    private ArrayNode statuses() {
        Map<NodeId, Integer> bits = new HashMap<>();
        Map<NodeId, Integer> known = new HashMap<>();
        ids.forEach(
                Node.ANY,
                Vocabulary.CERTAINTY.asNode(),
                Node.ANY,
                (report, certainty) -> bits.put(
                        report,
                        known.computeIfAbsent(
                                certainty,
                                unknown -> bit(afterHash(ids.node(unknown)).toLowerCase(Locale.ROOT)))));
        ids.forEach(
                Node.ANY,
                Vocabulary.TENSE.asNode(),
                vocabulary("Future"),
                (report, tense) -> bits.put(report, bit("planned")));
        ids.forEach(
                Node.ANY,
                Vocabulary.POLARITY.asNode(),
                vocabulary("Negative"),
                (report, polarity) -> bits.put(report, bit("denied")));
        int[] cells = new int[events.size()];
        ids.forEach(EVENTS, Vocabulary.REPORTS.asNode(), Node.ANY, (report, event) -> {
            Integer row = events.get(event);
            if (row != null) {
                cells[row] |= bits.getOrDefault(report, 0);
            }
        });
        return json.valueToTree(cells);
    }

    private ObjectNode entityColumns() {
        List<String> labels = new ArrayList<>();
        List<@Nullable Integer> kinds = new ArrayList<>();
        List<double @Nullable []> points = new ArrayList<>();
        for (Node entity : entities.keySet()) {
            labels.add(one(entity, RDFS.label.asNode())
                    .map(Node::getLiteralLexicalForm)
                    .orElse(name(entity)));
            kinds.add(kind(entity));
            points.add(one(entity, NodeFactory.createURI(GEO + "hasGeometry"))
                    .flatMap(geometry -> one(geometry, NodeFactory.createURI(GEO + "asWKT")))
                    .map(wkt -> point(wkt.getLiteralLexicalForm()))
                    .orElse(null));
        }
        ObjectNode columns = json.createObjectNode();
        columns.set(
                "id",
                json.valueToTree(
                        entities.keySet().stream().map(EventColumns::name).toList()));
        columns.set("label", json.valueToTree(labels));
        columns.set("class", json.valueToTree(kinds));
        columns.set("point", json.valueToTree(points));
        return columns;
    }

    /** Which of the four quads of PLOVER a type is of. */
    private String quad(String type) {
        return quads.stream(
                        NodeFactory.createURI(Vocabulary.VOCABULARY_GRAPH),
                        NodeFactory.createURI(Vocabulary.PLOVER + type),
                        SKOS.broader.asNode(),
                        Node.ANY)
                .map(quad -> afterHash(quad.getObject()))
                .findFirst()
                .orElse("");
    }

    private @Nullable Integer kind(Node entity) {
        return quads.stream(ENTITIES, entity, RDF.type.asNode(), Node.ANY)
                .map(quad -> afterHash(quad.getObject()))
                .filter(type -> !type.equals("UnlinkedEntity"))
                .sorted()
                .findFirst()
                .map(type -> index(classes, type))
                .orElse(null);
    }

    private Optional<Node> one(Node subject, Node property) {
        return quads.stream(ENTITIES, subject, property, Node.ANY)
                .map(quad -> quad.getObject())
                .findFirst();
    }

    /** Longitude and latitude of a {@code POINT(...)}. */
    private static double @Nullable [] point(String wkt) {
        Matcher point = POINT.matcher(wkt);
        return point.find()
                ? new double[] {Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2))}
                : null;
    }

    private static String name(Node node) {
        String iri = node.getURI();
        return iri.startsWith(Vocabulary.DATA) ? iri.substring(Vocabulary.DATA.length()) : iri;
    }

    private int entity(Node entity) {
        return entities.computeIfAbsent(entity, unknown -> entities.size());
    }

    private static int index(Map<String, Integer> table, String name) {
        return table.computeIfAbsent(name, unknown -> table.size());
    }

    private static int bit(String status) {
        int at = STATUSES.indexOf(status);
        return at < 0 ? 0 : 1 << at;
    }

    private static Node vocabulary(String name) {
        return NodeFactory.createURI(Vocabulary.NS + name);
    }

    private static String afterHash(Node node) {
        String iri = node.getURI();
        return iri.substring(iri.indexOf('#') + 1);
    }

    private static int day(Node literal) {
        try {
            return Math.toIntExact(
                    LocalDate.parse(literal.getLiteralLexicalForm()).toEpochDay());
        } catch (DateTimeParseException partial) {
            return NOTHING;
        }
    }

    private static int number(Node literal) {
        return Integer.parseInt(literal.getLiteralLexicalForm());
    }
}
