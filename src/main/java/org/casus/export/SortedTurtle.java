package org.casus.export;

import java.io.OutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.NTriples;
import org.casus.store.Prefixes;

/** Turtle or TriG in an order that follows from its content alone. */
final class SortedTurtle {
    private final StreamRDF sink;

    private SortedTurtle(OutputStream out, RDFFormat format, Map<String, String> prefixes) {
        sink = StreamRDFWriter.getWriterStream(out, format);
        sink.start();
        Prefixes.map().forEach(sink::prefix);
        prefixes.forEach(sink::prefix);
    }

    static SortedTurtle turtle(OutputStream out, Map<String, String> prefixes) {
        return new SortedTurtle(out, RDFFormat.TURTLE_BLOCKS, prefixes);
    }

    static SortedTurtle trig(OutputStream out, Map<String, String> prefixes) {
        return new SortedTurtle(out, RDFFormat.TRIG_BLOCKS, prefixes);
    }

    void add(Collection<Triple> triples) {
        triples.stream().distinct().sorted(Comparator.comparing(NTriples::line)).forEach(sink::triple);
    }

    void add(Node graph, Collection<Triple> triples) {
        triples.stream()
                .distinct()
                .sorted(Comparator.comparing(NTriples::line))
                .forEach(triple -> sink.quad(Quad.create(graph, triple)));
    }

    void end() {
        sink.finish();
    }
}
