package org.casus.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.NTriples;

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

    /** Hands the statements to a writer of another syntax. */
    record Statements(OutputStream out, StreamRDF sink, boolean graphs) implements ExportPart {
        public Statements {
            sink.start();
            Prefixes.map().forEach(sink::prefix);
        }

        @Override
        public void add(byte[] line) {
            if (graphs) {
                GraphLine statement = GraphLine.read(line);
                sink.quad(Quad.create(NodeFactory.createURI(statement.graph()), statement.triple()));
            } else {
                sink.triple(NTriples.read(new String(line, StandardCharsets.UTF_8)));
            }
        }

        @Override
        public void close() throws IOException {
            sink.finish();
            out.close();
        }
    }
}
