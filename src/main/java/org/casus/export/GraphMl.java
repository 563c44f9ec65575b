package org.casus.export;

import java.io.IOException;
import java.io.OutputStream;

/** A network as GraphML. */
final class GraphMl implements EventSink {
    private final Dyads dyads = new Dyads();
    private final OutputStream out;

    GraphMl(OutputStream out) {
        this.out = out;
    }

    @Override
    public void add(EventRecord event) {
        dyads.add(event);
    }

    @Override
    public void close() throws IOException {
        Xml xml = new Xml(out);
        xml.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
        for (String name : new String[] {"label", "kind", "code", "country", "wikidata"}) {
            key(xml, "node", name, "string");
        }
        for (String name : new String[] {"sign", "types", "first", "last"}) {
            key(xml, "edge", name, "string");
        }
        key(xml, "edge", "weight", "double");
        key(xml, "edge", "intensity", "double");
        key(xml, "edge", "articles", "int");
        xml.open("graph", "id", "events", "edgedefault", "directed");
        for (EventParty party : dyads.parties()) {
            write(xml, party);
        }
        int id = 0;
        for (Dyads.Edge edge : dyads.edges()) {
            write(xml, edge, "e" + id++);
        }
        xml.close();
        xml.end();
    }

    private static void key(Xml xml, String of, String name, String type) throws IOException {
        xml.empty("key", "id", of + "-" + name, "for", of, "attr.name", name, "attr.type", type);
    }

    private static void write(Xml xml, EventParty party) throws IOException {
        xml.open("node", "id", party.iri());
        data(xml, "node-label", party.name());
        data(xml, "node-kind", party.kind());
        data(xml, "node-code", party.code());
        data(xml, "node-country", party.country() == null ? "" : party.country());
        data(xml, "node-wikidata", party.wikidata() == null ? "" : party.wikidata());
        xml.close();
    }

    private static void write(Xml xml, Dyads.Edge edge, String id) throws IOException {
        xml.open(
                "edge",
                "id",
                id,
                "source",
                edge.source().iri(),
                "target",
                edge.target().iri());
        data(xml, "edge-sign", edge.conflict() ? "conflict" : "cooperation");
        data(xml, "edge-types", edge.types());
        data(xml, "edge-first", edge.first().orElse(""));
        data(xml, "edge-last", edge.last().orElse(""));
        data(xml, "edge-weight", Integer.toString(edge.weight()));
        data(xml, "edge-intensity", Double.toString(edge.meanIntensity()));
        data(xml, "edge-articles", Long.toString(edge.articles()));
        xml.close();
    }

    private static void data(Xml xml, String key, String value) throws IOException {
        if (!value.isEmpty()) {
            xml.text("data", value, "key", key);
        }
    }
}
