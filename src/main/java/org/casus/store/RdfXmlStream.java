package org.casus.store;

import com.google.common.base.CharMatcher;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.util.SplitIRI;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** Writes triples as RDF/XML as they come, where they come subject by subject. */
final class RdfXmlStream extends StreamRDFBase {
    /** What XML 1.0 has no way to write. */
    private static final CharMatcher UNWRITABLE = CharMatcher.inRange('\0', '\u001f')
            .and(CharMatcher.noneOf("\t\n\r"))
            .or(CharMatcher.anyOf("\ufffe\uffff"));

    private final XMLStreamWriter xml;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private boolean begun;
    private @Nullable Node subject;

    RdfXmlStream(OutputStream out) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException fault) {
            throw unwritable(fault);
        }
    }

    @Override
    public void prefix(String prefix, String iri) {
        prefixes.put(iri, prefix);
    }

    @Override
    public void triple(Triple triple) {
        try {
            begin();
            if (!triple.getSubject().equals(subject)) {
                close();
                subject = triple.getSubject();
                xml.writeCharacters("\n  ");
                xml.writeStartElement("rdf", "Description", RDF.getURI());
                node("about", triple.getSubject());
            }
            property(triple);
        } catch (XMLStreamException fault) {
            throw unwritable(fault);
        }
    }

    @Override
    public void finish() {
        try {
            begin();
            close();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException fault) {
            throw unwritable(fault);
        }
    }

    private void begin() throws XMLStreamException {
        if (!begun) {
            begun = true;
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("rdf", "RDF", RDF.getURI());
            for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
                xml.writeNamespace(prefix.getValue(), prefix.getKey());
            }
        }
    }

    private void close() throws XMLStreamException {
        if (subject != null) {
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
    }

    private void property(Triple triple) throws XMLStreamException {
        String iri = triple.getPredicate().getURI();
        int split = SplitIRI.splitXML(iri);
        if (split == iri.length()) {
            throw new StoreException("RDF/XML has no way to write the property " + iri);
        }
        String namespace = iri.substring(0, split);
        String known = prefixes.get(namespace);
        String prefix = known == null ? "ns" : known;
        xml.writeCharacters("\n    ");
        Node value = triple.getObject();
        if (value.isURI() || value.isBlank()) {
            xml.writeEmptyElement(prefix, iri.substring(split), namespace);
            declare(known, prefix, namespace);
            node("resource", value);
        } else {
            xml.writeStartElement(prefix, iri.substring(split), namespace);
            declare(known, prefix, namespace);
            literal(value);
            xml.writeEndElement();
        }
    }

    private void node(String attribute, Node node) throws XMLStreamException {
        if (node.isBlank()) {
            // A label of TDB2 may begin with a digit, which no name in XML does.
            String name = NodeFmtLib.encodeBNodeLabel(node.getBlankNodeLabel());
            xml.writeAttribute("rdf", RDF.getURI(), "nodeID", name);
        } else {
            xml.writeAttribute("rdf", RDF.getURI(), attribute, node.getURI());
        }
    }

    private void declare(@Nullable String known, String prefix, String namespace) throws XMLStreamException {
        if (known == null) {
            xml.writeNamespace(prefix, namespace);
        }
    }

    private void literal(Node value) throws XMLStreamException {
        if (!value.getLiteralLanguage().isEmpty()) {
            xml.writeAttribute("xml:lang", value.getLiteralLanguage());
        } else if (!XSDDatatype.XSDstring.equals(value.getLiteralDatatype())) {
            xml.writeAttribute("rdf", RDF.getURI(), "datatype", value.getLiteralDatatypeURI());
        }
        xml.writeCharacters(UNWRITABLE.replaceFrom(value.getLiteralLexicalForm(), '\ufffd'));
    }

    private static StoreException unwritable(XMLStreamException fault) {
        return new StoreException("cannot write RDF/XML: " + fault.getMessage(), fault);
    }
}
