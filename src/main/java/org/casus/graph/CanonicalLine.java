package org.casus.graph;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * A line of N-Triples or N-Quads in the canonical form (RDF 1.2 N-Triples) that {@link NTriples} writes, read in a
 * tenth of the time that a parser takes. Lines that a parser might refuse, or would write otherwise, are left to it,
 * and those with blank nodes: what is read here is plainly right.
 */
public final class CanonicalLine {
    private static final String HTTP = "<http://";
    private static final String HTTPS = "<https://";
    private static final String END = " .";
    private static final int NONE = -1;
    private static final boolean[] IN_HOST = ascii("[a-z0-9.-]");
    private static final boolean[] IN_PATH = ascii("[A-Za-z0-9/:#._~%!$&'()*+,;=?@-]");
    private static final boolean[] IN_LANGUAGE = ascii("[a-z]");
    private static final String ESCAPES = "\"\\nrt";
    private static final String ESCAPED = "\"\\\n\r\t";

    private final String line;
    private final int predicate;
    private final int object;
    private final int graph;

    private CanonicalLine(String line, int predicate, int object, int graph) {
        this.line = line;
        this.predicate = predicate;
        this.object = object;
        this.graph = graph;
    }

    private static boolean[] ascii(String characters) {
        Pattern pattern = Pattern.compile(characters);
        boolean[] in = new boolean[128];
        for (char c = 0; c < in.length; c++) {
            in[c] = pattern.matcher(Character.toString(c)).matches();
        }
        return in;
    }

    /** The terms of a line without its end; empty where it is for a parser to read. */
    public static Optional<CanonicalLine> of(String line) {
        int predicate = afterSpace(line, afterIri(line, 0));
        int object = afterSpace(line, afterIri(line, predicate));
        int last = afterSpace(line, afterObject(line, object));
        if (last == NONE) {
            return Optional.empty();
        }
        int end = line.charAt(last) == '<' ? afterIri(line, last) : last - 1;
        return end != NONE && line.length() == end + END.length() && line.endsWith(END)
                ? Optional.of(new CanonicalLine(line, predicate, object, last))
                : Optional.empty();
    }

    /** The IRI of the graph that the statement is in; null where the line is a triple. */
    public @Nullable String graph() {
        return line.charAt(graph) == '<' ? line.substring(graph + 1, line.length() - END.length() - 1) : null;
    }

    /** The line of the triple alone. */
    public String tripleLine() {
        return line.substring(0, graph - 1) + END;
    }

    public Triple triple() {
        return Triple.create(iri(0, predicate - 1), iri(predicate, object - 1), object());
    }

    private Node object() {
        int end = graph - 1;
        if (line.charAt(object) == '<') {
            return iri(object, end);
        }
        int quote = line.lastIndexOf('"', end);
        String text = unescaped(line.substring(object + 1, quote));
        if (quote + 1 == end) {
            return NodeFactory.createLiteralString(text);
        }
        return line.charAt(quote + 1) == '@'
                ? NodeFactory.createLiteralLang(text, line.substring(quote + 2, end))
                : NodeFactory.createLiteralDT(text, NodeFactory.getType(line.substring(quote + 4, end - 1)));
    }

    private Node iri(int start, int end) {
        return NodeFactory.createURI(line.substring(start + 1, end - 1));
    }

    private static String unescaped(String text) {
        int at = text.indexOf('\\');
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf('\\', from)) {
            plain.append(text, from, at).append(ESCAPED.charAt(ESCAPES.indexOf(text.charAt(at + 1))));
            from = at + 2;
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int afterSpace(String line, int at) {
        return at >= 0 && at + 1 < line.length() && line.charAt(at) == ' ' ? at + 1 : NONE;
    }

    private static int afterObject(String line, int at) {
        if (at == NONE || line.charAt(at) != '"') {
            return afterIri(line, at);
        }
        int end = afterText(line, at);
        if (line.startsWith("@", end)) {
            int language = skip(line, end + 1, IN_LANGUAGE);
            return language - end - 1 == 2 ? language : NONE;
        }
        if (!line.startsWith("^^", end)) {
            return end;
        }
        boolean written = line.startsWith(XSD.xstring.getURI(), end + 3) || line.startsWith(RDF.getURI(), end + 3);
        return written ? NONE : afterIri(line, end + 2);
    }

    private static int afterText(String line, int start) {
        int at = start + 1;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\') {
                at++;
                if (at == line.length() || ESCAPES.indexOf(line.charAt(at)) < 0) {
                    return NONE;
                }
            } else if (!NTriples.isPlain(c)) {
                return NONE;
            }
            at++;
        }
        return NONE;
    }

    /** IRIs of the web with a host and no characters but those that need no thought. */
    private static int afterIri(String line, int at) {
        boolean secure = line.startsWith(HTTPS, at);
        if (!secure && !line.startsWith(HTTP, at)) {
            return NONE;
        }
        int host = at + (secure ? HTTPS : HTTP).length();
        int path = skip(line, host, IN_HOST);
        int end = skip(line, path, IN_PATH);
        return path > host && line.startsWith("/", path) && line.startsWith(">", end) ? end + 1 : NONE;
    }

    private static int skip(String line, int from, boolean[] characters) {
        int at = from;
        while (at < line.length() && line.charAt(at) < characters.length && characters[line.charAt(at)]) {
            at++;
        }
        return at;
    }
}
