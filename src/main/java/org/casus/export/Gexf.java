package org.casus.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network as GEXF 1.2 with the days of its edges, for Gephi. */
final class Gexf implements EventSink {
    private static final List<String> OF_NODE = List.of("kind", "code", "country", "wikidata");
    private static final List<String> OF_EDGE = List.of("sign", "types", "intensity", "articles");

    private final Dyads dyads = new Dyads();
    private final OutputStream out;

    Gexf(OutputStream out) {
        this.out = out;
    }

    @Override
    public void add(EventRecord event) {
        dyads.add(event);
    }

    @Override
    public void close() throws IOException {
        Xml xml = new Xml(out);
        xml.open("gexf", "xmlns", "http://www.gexf.net/1.2draft", "version", "1.2");
        xml.open("graph", "mode", "dynamic", "defaultedgetype", "directed", "timeformat", "date");
        attributes(xml, "node", OF_NODE);
        attributes(xml, "edge", OF_EDGE);
        xml.open("nodes");
        for (EventParty party : dyads.parties()) {
            xml.open("node", "id", party.iri(), "label", party.name());
            values(xml, OF_NODE, party.kind(), party.code(), party.country(), party.wikidata());
            xml.close();
        }
        xml.close();
        xml.open("edges");
        int id = 0;
        for (Dyads.Edge edge : dyads.edges()) {
            write(xml, edge, id++);
        }
        xml.close();
        xml.close();
        xml.close();
        xml.end();
    }

    private static void write(Xml xml, Dyads.Edge edge, int id) throws IOException {
        List<String> attributes = new ArrayList<>(List.of(
                "id", Integer.toString(id),
                "source", edge.source().iri(),
                "target", edge.target().iri(),
                "weight", Integer.toString(edge.weight())));
        edge.first().ifPresent(day -> Collections.addAll(attributes, "start", day));
        edge.last().ifPresent(day -> Collections.addAll(attributes, "end", day));
        xml.open("edge", attributes.toArray(new String[0]));
        values(
                xml,
                OF_EDGE,
                edge.conflict() ? "conflict" : "cooperation",
                edge.types(),
                Double.toString(edge.meanIntensity()),
                Long.toString(edge.articles()));
        xml.close();
    }

    private static void attributes(Xml xml, String of, List<String> names) throws IOException {
        xml.open("attributes", "class", of, "mode", "static");
        for (String name : names) {
            String type = name.equals("intensity") ? "double" : name.equals("articles") ? "integer" : "string";
            xml.empty("attribute", "id", name, "title", name, "type", type);
        }
        xml.close();
    }

    private static void values(Xml xml, List<String> names, @Nullable String... values) throws IOException {
        xml.open("attvalues");
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value != null && !value.isEmpty()) {
                xml.empty("attvalue", "for", names.get(i), "value", value);
            }
        }
        xml.close();
    }
}
