package org.casus.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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

/**
 * Events to columns of JSON, read in few passes over the store's index, or event by event where they are not all. Names
 * stand once, in a table of entities, and columns of events point into it; days are counted from 1970-01-01; an IRI is
 * what follows {@code https://w3id.org/casus/data/}.
 */
final class EventColumns {
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final Node ENTITIES = NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH);
    private static final Pattern POINT = Pattern.compile("POINT ?\\((-?[\\d.]+) (-?[\\d.]+)\\)");
    private static final int NOTHING = EventDays.NOTHING;

    private final DatasetGraph quads;
    private final QuadIds ids;
    private final EventDays days;
    private final ChosenEvents events;
    private final Map<String, int[]> columns = new LinkedHashMap<>();
    private final Map<Node, Cell> cells = new LinkedHashMap<>();
    private final Map<Node, Integer> entities = new LinkedHashMap<>();
    private final Map<String, Integer> types = new LinkedHashMap<>();
    private final Map<String, Integer> classes = new LinkedHashMap<>();

    /** @param days of all events, from which these are chosen */
    EventColumns(DatasetGraph quads, QuadIds ids, EventDays days, ChosenEvents events) {
        this.quads = quads;
        this.ids = ids;
        this.days = days;
        this.events = events;
    }

    /** Takes a value of an event. */
    private interface Cell {
        void put(int row, NodeId value);
    }

    void write(OutputStream out) throws IOException {
        column("type", Vocabulary.EVENT_TYPE.asNode(), type -> index(types, afterHash(type)));
        column("source", Vocabulary.SOURCE.asNode(), this::entity);
        column("target", Vocabulary.TARGET.asNode(), this::entity);
        column("place", Vocabulary.PLACE.asNode(), this::entity);
        column("first", Vocabulary.FIRST_DAY.asNode(), EventDays::day);
        column("last", Vocabulary.LAST_DAY.asNode(), EventDays::day);
        column("reports", Vocabulary.REPORT_COUNT.asNode(), EventColumns::number);
        column("sources", Vocabulary.PUBLISHER_COUNT.asNode(), EventColumns::number);
        int[] disputed = new int[events.size()];
        columns.put("disputed", disputed);
        cells.put(Vocabulary.IN_DISPUTE.asNode(), (row, aspect) -> disputed[row]++);
        read();
        columns.put("status", new EventStatuses(ids, events).bits());
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("found", events.found());
            json.writeNumberField("total", events.total());
            if (!events.isAll()) {
                writeMonths(json);
            }
            strings(json, "types", types.keySet());
            strings(json, "quads", types.keySet().stream().map(this::quad).toList());
            strings(json, "statuses", EventStatuses.NAMES);
            writeEvents(json);
            writeEntities(json);
            strings(json, "classes", classes.keySet());
            json.writeEndObject();
        }
    }

    private void column(String name, Node property, ToIntFunction<Node> value) {
        int[] column = new int[events.size()];
        Arrays.fill(column, NOTHING);
        Map<NodeId, Integer> known = new HashMap<>();
        columns.put(name, column);
        cells.put(
                property,
                (row, object) ->
                        column[row] = known.computeIfAbsent(object, unknown -> value.applyAsInt(ids.node(unknown))));
    }

    private void read() {
        if (events.isAll()) {
            cells.forEach((property, cell) -> ids.forEach(EventDays.EVENTS, property, Node.ANY, (event, value) -> {
                int row = events.row(event);
                if (row >= 0) {
                    cell.put(row, value);
                }
            }));
            return;
        }
        Map<NodeId, Cell> byProperty = new HashMap<>();
        cells.forEach((property, cell) -> byProperty.put(ids.id(property), cell));
        NodeId graph = ids.id(EventDays.EVENTS);
        for (int i = 0; i < events.size(); i++) {
            int row = i;
            ids.forEachOf(events.event(row), graph, (property, value) -> {
                Cell cell = byProperty.get(property);
                if (cell != null) {
                    cell.put(row, value);
                }
            });
        }
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> strings) throws IOException {
        json.writeArrayFieldStart(name);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }

    private void writeMonths(JsonGenerator json) throws IOException {
        SortedMap<Integer, Integer> months = days.months();
        json.writeObjectFieldStart("months");
        numbers(json, "first", months.keySet());
        numbers(json, "count", months.values());
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, Iterable<Integer> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (int number : numbers) {
            writeNumber(json, number);
        }
        json.writeEndArray();
    }

    private void writeEvents(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("events");
        json.writeArrayFieldStart("id");
        for (int row = 0; row < events.size(); row++) {
            json.writeString(name(ids.node(events.event(row))));
        }
        json.writeEndArray();
        for (Map.Entry<String, int[]> column : columns.entrySet()) {
            numbers(json, column.getKey(), Ints.asList(column.getValue()));
        }
        json.writeEndObject();
    }

    private static void writeNumber(JsonGenerator json, int number) throws IOException {
        if (number == NOTHING) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    private void writeEntities(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("entities");
        strings(json, "id", entities.keySet().stream().map(EventColumns::name).toList());
        strings(
                json,
                "label",
                entities.keySet().stream()
                        .map(entity -> one(entity, RDFS.label.asNode())
                                .map(Node::getLiteralLexicalForm)
                                .orElse(name(entity)))
                        .toList());
        json.writeArrayFieldStart("class");
        for (Node entity : entities.keySet()) {
            writeNumber(json, kind(entity));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("point");
        for (Node entity : entities.keySet()) {
            writePoint(json, entity);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Longitude and latitude of a {@code POINT(...)}. */
    private void writePoint(JsonGenerator json, Node entity) throws IOException {
        Optional<Matcher> point = one(entity, NodeFactory.createURI(GEO + "hasGeometry"))
                .flatMap(geometry -> one(geometry, NodeFactory.createURI(GEO + "asWKT")))
                .map(wkt -> POINT.matcher(wkt.getLiteralLexicalForm()))
                .filter(Matcher::find);
        if (point.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        json.writeNumber(Double.parseDouble(point.get().group(1)));
        json.writeNumber(Double.parseDouble(point.get().group(2)));
        json.writeEndArray();
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

    private int kind(Node entity) {
        return quads.stream(ENTITIES, entity, RDF.type.asNode(), Node.ANY)
                .map(quad -> afterHash(quad.getObject()))
                .filter(type -> !type.equals("UnlinkedEntity"))
                .sorted()
                .findFirst()
                .map(type -> index(classes, type))
                .orElse(NOTHING);
    }

    private Optional<Node> one(Node subject, Node property) {
        return quads.stream(ENTITIES, subject, property, Node.ANY)
                .map(quad -> quad.getObject())
                .findFirst();
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

    static String afterHash(Node node) {
        String iri = node.getURI();
        return iri.substring(iri.indexOf('#') + 1);
    }

    private static int number(Node literal) {
        return Integer.parseInt(literal.getLiteralLexicalForm());
    }
}
