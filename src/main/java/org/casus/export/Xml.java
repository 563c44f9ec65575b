package org.casus.export;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in the making, an element a line. */
final class Xml {
    /** What XML 1.0 has no way to write. */
    private static final CharMatcher UNWRITABLE = CharMatcher.inRange('\0', '\u001f')
            .and(CharMatcher.noneOf("\t\n\r"))
            .or(CharMatcher.anyOf("\ufffe\uffff"));

    private final OutputStream out;
    private final XMLStreamWriter xml;
    private int depth;

    Xml(OutputStream out) throws IOException {
        this.out = out;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException fault) {
            throw new IOException(fault);
        }
    }

    /** Attributes are names and values in turn. */
    void open(String element, String... attributes) throws IOException {
        try {
            indent();
            xml.writeStartElement(element);
            write(attributes);
            depth++;
        } catch (XMLStreamException fault) {
            throw new IOException(fault);
        }
    }

    void empty(String element, String... attributes) throws IOException {
        try {
            indent();
            xml.writeEmptyElement(element);
            write(attributes);
        } catch (XMLStreamException fault) {
            throw new IOException(fault);
        }
    }

    void text(String element, String text, String... attributes) throws IOException {
        try {
            indent();
            xml.writeStartElement(element);
            write(attributes);
            xml.writeCharacters(clean(text));
            xml.writeEndElement();
        } catch (XMLStreamException fault) {
            throw new IOException(fault);
        }
    }

    void close() throws IOException {
        try {
            depth--;
            indent();
            xml.writeEndElement();
        } catch (XMLStreamException fault) {
            throw new IOException(fault);
        }
    }

    /** Ends the document, and closes what it is written to. */
    void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
            out.write('\n');
            out.close();
        } catch (XMLStreamException fault) {
            throw new IOException(fault);
        }
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String clean(String text) {
        return UNWRITABLE.replaceFrom(text, '\ufffd');
    }
}
