package org.casus.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network as GEXF 1.2 with the days of its edges, for Gephi. */
final class Gexf implements NetworkSink {
    private static final List<String> OF_NODE = List.of("kind", "code", "country", "wikidata");
    private static final List<String> OF_EDGE = List.of("sign", "types", "intensity", "articles");

    private final Xml xml;
    private int edges;

    Gexf(OutputStream out) throws IOException {
        xml = new Xml(out);
        xml.open("gexf", "xmlns", "http://www.gexf.net/1.2draft", "version", "1.2");
        xml.open("graph", "mode", "dynamic", "defaultedgetype", "directed", "timeformat", "date");
        attributes(xml, "node", OF_NODE);
        attributes(xml, "edge", OF_EDGE);
        xml.open("nodes");
    }

    @Override
    public void add(EventParty party) throws IOException {
        xml.open("node", "id", party.iri(), "label", party.name());
        values(xml, OF_NODE, party.kind(), party.code(), party.country(), party.wikidata());
        xml.close();
    }

    @Override
    public void endParties() throws IOException {
        xml.close();
        xml.open("edges");
    }

    @Override
    public void add(Dyads.Edge edge) throws IOException {
        List<String> attributes = new ArrayList<>(List.of(
                "id", Integer.toString(edges++),
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

    @Override
    public void close() throws IOException {
        xml.close();
        xml.close();
        xml.close();
        xml.end();
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
