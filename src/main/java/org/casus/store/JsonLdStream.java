package org.casus.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * Writes quads as flattened JSON-LD 1.1 as they come, where they come graph by graph, subject by subject and property
 * by property.
 */
final class JsonLdStream extends StreamRDFBase {
    private final JsonGenerator json;
    private final PrefixMap prefixes = PrefixMapFactory.create();
    private @Nullable Node graph;
    private @Nullable Node subject;
    private @Nullable Node property;

    JsonLdStream(OutputStream out) throws IOException {
        json = new JsonFactory()
                .createGenerator(out)
                .setPrettyPrinter(new DefaultPrettyPrinter())
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void prefix(String prefix, String iri) {
        prefixes.add(prefix, iri);
    }

    @Override
    public void quad(Quad quad) {
        try {
            if (graph == null) {
                begin();
            }
            open(quad.getGraph(), quad.asTriple());
            value(quad.asTriple());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void finish() {
        try {
            if (graph == null) {
                begin();
            }
            closeGraph();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void begin() throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("@context");
        for (Map.Entry<String, String> prefix : new TreeMap<>(prefixes.getMapping()).entrySet()) {
            json.writeStringField(prefix.getKey(), prefix.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("@graph");
    }

    private void open(Node nextGraph, Triple triple) throws IOException {
        if (!nextGraph.equals(graph)) {
            closeGraph();
            graph = nextGraph;
            json.writeStartObject();
            json.writeStringField("@id", name(nextGraph));
            json.writeArrayFieldStart("@graph");
        }
        if (!triple.getSubject().equals(subject)) {
            closeSubject();
            subject = triple.getSubject();
            json.writeStartObject();
            json.writeStringField("@id", name(triple.getSubject()));
        }
        if (!triple.getPredicate().equals(property)) {
            closeProperty();
            property = triple.getPredicate();
            json.writeArrayFieldStart(isType(triple) ? "@type" : name(triple.getPredicate()));
        }
    }

    private void closeGraph() throws IOException {
        closeSubject();
        if (graph != null) {
            json.writeEndArray();
            json.writeEndObject();
            graph = null;
        }
    }

    private void closeSubject() throws IOException {
        closeProperty();
        if (subject != null) {
            json.writeEndObject();
            subject = null;
        }
    }

    private void closeProperty() throws IOException {
        if (property != null) {
            json.writeEndArray();
            property = null;
        }
    }

    private void value(Triple triple) throws IOException {
        Node value = triple.getObject();
        if (isType(triple)) {
            json.writeString(name(value));
        } else if (value.isURI() || value.isBlank()) {
            object("@id", name(value), null, null);
        } else if (!value.getLiteralLanguage().isEmpty()) {
            object("@value", value.getLiteralLexicalForm(), "@language", value.getLiteralLanguage());
        } else if (XSDDatatype.XSDstring.equals(value.getLiteralDatatype())) {
            json.writeString(value.getLiteralLexicalForm());
        } else {
            String type = value.getLiteralDatatypeURI();
            object("@value", value.getLiteralLexicalForm(), "@type", shortened(type));
        }
    }

    private void object(String key, String value, @Nullable String second, @Nullable String secondValue)
            throws IOException {
        json.writeStartObject();
        json.writeStringField(key, value);
        if (second != null) {
            json.writeStringField(second, secondValue);
        }
        json.writeEndObject();
    }

    private static boolean isType(Triple triple) {
        return triple.getPredicate().equals(RDF.type.asNode())
                && (triple.getObject().isURI() || triple.getObject().isBlank());
    }

    private String name(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : shortened(node.getURI());
    }

    private String shortened(String iri) {
        String found = prefixes.abbreviate(iri);
        return found == null ? iri : found;
    }
}
