package org.casus.export;

import java.io.IOException;
import java.io.OutputStream;

/** A network as GraphML. */
final class GraphMl implements NetworkSink {
    private final Xml xml;
    private int edges;

    GraphMl(OutputStream out) throws IOException {
        xml = new Xml(out);
        xml.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
        for (String name : new String[] {"label", "kind", "code", "country", "wikidata"}) {
            key("node", name, "string");
        }
        for (String name : new String[] {"sign", "types", "first", "last"}) {
            key("edge", name, "string");
        }
        key("edge", "weight", "double");
        key("edge", "intensity", "double");
        key("edge", "articles", "int");
        xml.open("graph", "id", "events", "edgedefault", "directed");
    }

    private void key(String of, String name, String type) throws IOException {
        xml.empty("key", "id", of + "-" + name, "for", of, "attr.name", name, "attr.type", type);
    }

    @Override
    public void add(EventParty party) throws IOException {
        xml.open("node", "id", party.iri());
        data("node-label", party.name());
        data("node-kind", party.kind());
        data("node-code", party.code());
        data("node-country", party.country() == null ? "" : party.country());
        data("node-wikidata", party.wikidata() == null ? "" : party.wikidata());
        xml.close();
    }

    @Override
    public void endParties() {}

    @Override
    public void add(Dyads.Edge edge) throws IOException {
        xml.open(
                "edge",
                "id",
                "e" + edges++,
                "source",
                edge.source().iri(),
                "target",
                edge.target().iri());
        data("edge-sign", edge.conflict() ? "conflict" : "cooperation");
        data("edge-types", edge.types());
        data("edge-first", edge.first().orElse(""));
        data("edge-last", edge.last().orElse(""));
        data("edge-weight", Integer.toString(edge.weight()));
        data("edge-intensity", Double.toString(edge.meanIntensity()));
        data("edge-articles", Long.toString(edge.articles()));
        xml.close();
    }

    @Override
    public void close() throws IOException {
        xml.close();
        xml.end();
    }

    private void data(String key, String value) throws IOException {
        if (!value.isEmpty()) {
            xml.text("data", value, "key", key);
        }
    }
}
