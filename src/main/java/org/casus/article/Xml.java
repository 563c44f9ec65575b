package org.casus.article;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;

/** XML, without what a document type or an entity would fetch or unfold. */
final class Xml {
    private static final int MAX_DEPTH = 500;
    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml\\s[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)");
    private static final int PROLOGUE = 200;

    private final XMLStreamReader reader;
    private int depth;

    Xml(byte[] document) throws UnreadableArticle {
        try {
            // Of bytes that do not fit the JDK's reader tells standard error before it tells us.
            reader = FACTORY.createXMLStreamReader(
                    new StringReader(encoding(document).decode(document)));
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private static Encoding encoding(byte[] document) throws UnreadableArticle {
        Optional<Encoding> marked = Encoding.ofMark(document);
        Matcher declared = DECLARED.matcher(
                new String(document, 0, Math.min(document.length, PROLOGUE), StandardCharsets.ISO_8859_1));
        if (marked.isPresent() || !declared.find()) {
            return marked.orElse(Encoding.UTF_8);
        }
        Optional<Charset> named = Encoding.charset(declared.group(1));
        return new Encoding(
                named.orElseThrow(() -> new UnreadableArticle(
                        "encoding", "%s, which is no encoding that is known".formatted(declared.group(1)))),
                0);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** Reads a document through, for a library that would build a tree of whatever depth. */
    static void refuseDeep(byte[] document) throws UnreadableArticle {
        Xml xml = new Xml(document);
        boolean more = true;
        while (more) {
            more = xml.next();
        }
    }

    /** Whether there is more, which is then what the other methods speak of. */
    boolean next() throws UnreadableArticle {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            reader.next();
        } catch (XMLStreamException e) {
            throw fault(e);
        }
        depth += begins() ? 1 : ends() ? -1 : 0;
        if (depth > MAX_DEPTH) {
            throw new UnreadableArticle("too-deep", "elements nested more than %d deep".formatted(MAX_DEPTH));
        }
        return true;
    }

    boolean begins() {
        return reader.isStartElement();
    }

    boolean ends() {
        return reader.isEndElement();
    }

    /** The name of the element that begins or ends, without its namespace. */
    String name() {
        return reader.getLocalName();
    }

    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The characters here, if it is characters that stand here. */
    String text() {
        return switch (reader.getEventType()) {
            case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> reader.getText();
            // The document type that would say what it stands for is not read; most are those of HTML.
            case XMLStreamReader.ENTITY_REFERENCE -> Parser.unescapeEntities("&" + reader.getLocalName() + ";", false);
            default -> "";
        };
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    private static UnreadableArticle fault(XMLStreamException fault) {
        String words = String.valueOf(fault.getMessage()).lines().reduce("", (first, last) -> last);
        return new UnreadableArticle("malformed", "broken XML: " + words.replaceFirst("^Message: ", ""));
    }

    /** The name of the first element in lower case, or what the document type names; empty where it is no markup. */
    static String root(String head) {
        int at = 0;
        while (at < head.length()) {
            if (Character.isWhitespace(head.charAt(at))) {
                at++;
            } else if (head.startsWith("<?", at)) {
                at = after(head, "?>", at);
            } else if (head.startsWith("<!--", at)) {
                at = after(head, "-->", at);
            } else if (head.startsWith("<!", at)) {
                return name(head.substring(at + 2).replaceFirst("(?i)^doctype\\s+", ""));
            } else {
                return head.startsWith("<", at) ? name(head.substring(at + 1)) : "";
            }
        }
        return "";
    }

    private static int after(String head, String end, int from) {
        int at = head.indexOf(end, from);
        return at < 0 ? head.length() : at + end.length();
    }

    private static String name(String begin) {
        int end = 0;
        while (end < begin.length()
                && (Character.isLetterOrDigit(begin.charAt(end)) || ":-_.".indexOf(begin.charAt(end)) >= 0)) {
            end++;
        }
        String name = begin.substring(0, end);
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
