package org.casus.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes graphs of a store in an order that follows from their content alone: the same content gives the same bytes.
 * What is streamed needs no more memory than {@link SortedLines} does.
 */
final class Export {
    private static final int CHUNK = 1 << 20;

    private final DatasetGraph quads;
    private final List<Node> graphs;
    private final ExportFormat format;

    Export(DatasetGraph quads, List<Node> graphs, ExportFormat format) {
        this.quads = quads;
        this.graphs = graphs.stream()
                .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
                .toList();
        this.format = format;
    }

    void write(OutputStream out) throws IOException {
        switch (format) {
            case NQUADS, NTRIPLES -> writeLines(out);
            case TURTLE -> writeBlocks(out, RDFFormat.TURTLE_BLOCKS);
            case TRIG -> writeBlocks(out, RDFFormat.TRIG_BLOCKS);
            case JSONLD -> RDFDataMgr.write(out, whole(), RDFFormat.JSONLD_PRETTY);
            case RDFXML -> RDFDataMgr.write(out, whole().getDefaultGraph(), RDFFormat.RDFXML_PLAIN);
        }
        out.flush();
    }

    private void writeLines(OutputStream out) throws IOException {
        try (SortedLines lines = new SortedLines()) {
            collect(graphs, format.hasGraphs(), lines);
            lines.forEach(line -> {
                out.write(line);
                out.write('\n');
            });
        }
    }

    private void collect(List<Node> some, boolean withGraph, SortedLines lines) throws IOException {
        for (Node graph : some) {
            Iterator<Quad> content = quads.find(graph, Node.ANY, Node.ANY, Node.ANY);
            while (content.hasNext()) {
                Quad quad = content.next();
                lines.add(line(withGraph ? NodeFmtLib.strNQ(quad) : NodeFmtLib.strNT(quad.asTriple())));
            }
        }
    }

    private static String line(String statement) {
        return statement.endsWith(".") ? statement : statement + " .";
    }

    private void writeBlocks(OutputStream out, RDFFormat blocks) throws IOException {
        StreamRDF sink = StreamRDFWriter.getWriterStream(out, blocks);
        sink.start();
        Prefixes.map().forEach(sink::prefix);
        send(sink);
        sink.finish();
    }

    private DatasetGraph whole() throws IOException {
        DatasetGraph whole = DatasetGraphFactory.create();
        send(StreamRDFLib.dataset(whole));
        Prefixes.map().forEach(whole.prefixes()::add);
        Prefixes.map().forEach(whole.getDefaultGraph().getPrefixMapping()::setNsPrefix);
        return whole;
    }

    private void send(StreamRDF sink) throws IOException {
        if (format.hasGraphs()) {
            for (Node graph : graphs) {
                sendSorted(List.of(graph), new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        sink.quad(Quad.create(graph, triple));
                    }
                });
            }
        } else {
            sendSorted(graphs, new StreamRDFBase() {
                @Override
                public void triple(Triple triple) {
                    sink.triple(triple);
                }
            });
        }
    }

    private void sendSorted(List<Node> some, StreamRDF sink) throws IOException {
        try (SortedLines lines = new SortedLines()) {
            collect(some, false, lines);
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            lines.forEach(line -> {
                chunk.write(line);
                chunk.write('\n');
                if (chunk.size() > CHUNK) {
                    parse(chunk, sink);
                }
            });
            parse(chunk, sink);
        }
    }

    private static void parse(ByteArrayOutputStream chunk, StreamRDF sink) {
        RDFParser.source(new ByteArrayInputStream(chunk.toByteArray()))
                .lang(Lang.NTRIPLES)
                .parse(sink);
        chunk.reset();
    }
}
