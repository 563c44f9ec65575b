package org.casus.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Events to columns of JSON, read in few passes over the store. Names stand once, in a table of entities, and columns
 * of events point into it; days are counted from 1970-01-01; an IRI is what follows
 * {@code https://w3id.org/casus/data/}.
 */
final class EventColumns {
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final Node EVENTS = NodeFactory.createURI(Vocabulary.EVENTS_GRAPH);
    private static final Node ENTITIES = NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH);
    private static final List<String> STATUSES = List.of("certain", "probable", "possible", "denied", "planned");

    private static final Pattern POINT = Pattern.compile("POINT ?\\((-?[\\d.]+) (-?[\\d.]+)\\)");

    private final DatasetGraph quads;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Node, Integer> events = new LinkedHashMap<>();
    private final Map<Node, Integer> entities = new LinkedHashMap<>();
    private final Map<String, Integer> types = new LinkedHashMap<>();
    private final Map<String, Integer> classes = new LinkedHashMap<>();

    EventColumns(DatasetGraph quads) {
        this.quads = quads;
    }

    byte[] json() {
        quads.stream(EVENTS, Node.ANY, RDF.type.asNode(), Vocabulary.EVENT.asNode())
                .forEach(quad -> events.put(quad.getSubject(), events.size()));
        ObjectNode columns = json.createObjectNode();
        columns.set("id", names(events));
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

    private interface Value {
        @Nullable
        Integer of(Node object);
    }

    private ArrayNode column(Node property, Value value) {
        @Nullable Integer[] cells = new Integer[events.size()];
        quads.stream(EVENTS, Node.ANY, property, Node.ANY).forEach(quad -> {
            Integer row = events.get(quad.getSubject());
            if (row != null) {
                cells[row] = value.of(quad.getObject());
            }
        });
        return json.valueToTree(cells);
    }

    private ArrayNode disputed() {
        int[] cells = new int[events.size()];
        quads.stream(EVENTS, Node.ANY, Vocabulary.IN_DISPUTE.asNode(), Node.ANY).forEach(quad -> {
            Integer row = events.get(quad.getSubject());
            if (row != null) {
                cells[row]++;
            }
        });
        return json.valueToTree(cells);
    }

    /** The statuses of an event's reports, one bit for each of {@link #STATUSES}. */
    private ArrayNode statuses() {
        Map<Node, Node> certainty = new HashMap<>();
        quads.stream(Node.ANY, Node.ANY, Vocabulary.CERTAINTY.asNode(), Node.ANY)
                .forEach(quad -> certainty.put(quad.getSubject(), quad.getObject()));
        Map<Node, Integer> bits = new HashMap<>();
        certainty.forEach(
                (report, value) -> bits.put(report, bit(afterHash(value).toLowerCase(Locale.ROOT))));
        quads.stream(Node.ANY, Node.ANY, Vocabulary.TENSE.asNode(), vocabulary("Future"))
                .forEach(quad -> bits.put(quad.getSubject(), bit("planned")));
        quads.stream(Node.ANY, Node.ANY, Vocabulary.POLARITY.asNode(), vocabulary("Negative"))
                .forEach(quad -> bits.put(quad.getSubject(), bit("denied")));
        int[] cells = new int[events.size()];
        quads.stream(EVENTS, Node.ANY, Vocabulary.REPORTS.asNode(), Node.ANY).forEach(quad -> {
            Integer row = events.get(quad.getObject());
            if (row != null) {
                cells[row] |= bits.getOrDefault(quad.getSubject(), 0);
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
        columns.set("id", names(entities));
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

    private ArrayNode names(Map<Node, Integer> nodes) {
        return json.valueToTree(nodes.keySet().stream().map(EventColumns::name).toList());
    }

    private static String name(Node node) {
        String iri = node.getURI();
        return iri.startsWith(Vocabulary.DATA) ? iri.substring(Vocabulary.DATA.length()) : iri;
    }

    private Integer entity(Node entity) {
        return entities.computeIfAbsent(entity, unknown -> entities.size());
    }

    private static Integer index(Map<String, Integer> table, String name) {
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

    private static @Nullable Integer day(Node literal) {
        try {
            return Math.toIntExact(
                    LocalDate.parse(literal.getLiteralLexicalForm()).toEpochDay());
        } catch (DateTimeParseException partial) {
            return null;
        }
    }

    private static Integer number(Node literal) {
        return Integer.valueOf(literal.getLiteralLexicalForm());
    }
}
