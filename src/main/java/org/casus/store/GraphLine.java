package org.casus.store;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.NTriples;

/**
 * A statement as a line that begins with its graph, so that sorted lines come graph by graph and subject by subject.
 */
final class GraphLine {
    private static final byte SPACE = ' ';

    private final String graph;
    private final String triple;

    private GraphLine(String graph, String triple) {
        this.graph = graph;
        this.triple = triple;
    }

    static String of(Quad quad) {
        return of(quad.getGraph().getURI(), NTriples.line(quad.asTriple()));
    }

    /** @param triple its line of N-Triples, without its end */
    static String of(String graph, String triple) {
        return graph + " " + triple;
    }

    static GraphLine read(byte[] line) {
        int end = Bytes.indexOf(line, SPACE);
        return new GraphLine(
                new String(line, 0, end, StandardCharsets.UTF_8),
                new String(line, end + 1, line.length - end - 1, StandardCharsets.UTF_8));
    }

    String graph() {
        return graph;
    }

    /** The triple as a line of N-Triples without its end. */
    String line() {
        return triple;
    }

    Triple triple() {
        return NTriples.read(triple);
    }
}
