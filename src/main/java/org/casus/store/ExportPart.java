package org.casus.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** One file of an export in the making; takes the sorted lines of {@link Export}. */
interface ExportPart {
    void add(byte[] line) throws IOException;

    /** Ends the file, and closes it. */
    void close() throws IOException;

    static ExportPart of(ExportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case NQUADS, NTRIPLES -> new Lines(out);
            case TURTLE -> new Statements(out, StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS), false);
            case TRIG -> new Statements(out, StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS), true);
            case JSONLD -> new Statements(out, new JsonLdStream(out), true);
            case RDFXML -> new Statements(out, new RdfXmlStream(out), false);
        };
    }

    /** Writes the lines as they are. */
    record Lines(OutputStream out) implements ExportPart {
        @Override
        public void add(byte[] line) throws IOException {
            out.write(line);
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Hands the statements to a writer of another syntax, some hundred at a time. */
    final class Statements implements ExportPart {
        private static final int CHUNK = 1 << 16;

        private final OutputStream out;
        private final StreamRDF sink;
        private final boolean graphs;
        private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        private String graph = "";

        Statements(OutputStream out, StreamRDF sink, boolean graphs) {
            this.out = out;
            this.sink = sink;
            this.graphs = graphs;
            sink.start();
            Prefixes.map().forEach(sink::prefix);
        }

        @Override
        public void add(byte[] line) throws IOException {
            if (graphs) {
                GraphLine parsed = GraphLine.read(line);
                if (!parsed.graph().equals(graph)) {
                    flush();
                    graph = parsed.graph();
                }
                chunk.writeBytes(parsed.triple());
                chunk.write('\n');
            } else {
                chunk.writeBytes(line);
                chunk.write('\n');
            }
            if (chunk.size() > CHUNK) {
                flush();
            }
        }

        @Override
        public void close() throws IOException {
            flush();
            sink.finish();
            out.close();
        }

        private void flush() {
            Node name = NodeFactory.createURI(graph);
            RDFParser.source(new ByteArrayInputStream(chunk.toByteArray()))
                    .lang(Lang.NTRIPLES)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            if (graphs) {
                                sink.quad(Quad.create(name, triple));
                            } else {
                                sink.triple(triple);
                            }
                        }
                    });
            chunk.reset();
        }
    }
}
