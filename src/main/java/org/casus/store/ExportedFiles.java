package org.casus.store;

import com.google.common.base.Throwables;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.CanonicalLine;
import org.casus.graph.NTriples;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders of N-Quads and TriG, each also gzipped, to statements; what cannot be read is told in one line, and
 * blank nodes are {@link SkolemIris}.
 */
final class ExportedFiles {
    private static final String CUT = "it ends in the middle";
    private static final Set<Lang> READ = Set.of(Lang.NQUADS, Lang.TRIG);

    interface Sink {
        /**
         * Takes a statement.
         *
         * @param graph null for the default graph
         * @param triple as a line of N-Triples without its end
         */
        void accept(@Nullable String graph, String triple) throws IOException;
    }

    private final Sink sink;
    private final Consumer<String> faults;

    ExportedFiles(Sink sink, Consumer<String> faults) {
        this.sink = sink;
        this.faults = faults;
    }

    void read(Path input) throws IOException {
        if (Files.isDirectory(input)) {
            List<Path> files = files(input);
            if (files.isEmpty()) {
                faults.accept(input + ": no N-Quads (.nq) or TriG (.trig) in this folder");
            }
            for (Path file : files) {
                readFile(file);
            }
        } else {
            readFile(input);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isRead(RDFLanguages.filenameToLang(file.toString())))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isRead(@Nullable Lang lang) {
        return lang != null && READ.contains(lang);
    }

    private void readFile(Path file) {
        Lang lang = RDFLanguages.filenameToLang(file.toString());
        if (!isRead(lang) && Files.exists(file)) {
            faults.accept(file + ": neither N-Quads (.nq) nor TriG (.trig), which hold the names of graphs");
            return;
        }
        LabelToNode nodes = SkolemIris.of(out -> copy(file, out));
        try (InputStream in = open(file)) {
            if (Lang.NQUADS.equals(lang)) {
                readLines(file, in, nodes);
            } else {
                parse(RDFParser.source(in), lang, nodes);
            }
        } catch (RiotException fault) {
            faults.accept("%s: %s".formatted(file, words(fault)));
        } catch (RuntimeIOException fault) {
            faults.accept("%s: cannot be read: %s"
                    .formatted(file, Throwables.getRootCause(fault).getMessage()));
        } catch (NoSuchFileException fault) {
            faults.accept(file + ": no such file or folder");
        } catch (CharacterCodingException fault) {
            faults.accept(file + ": not UTF-8");
        } catch (IOException fault) {
            faults.accept("%s: cannot be read: %s".formatted(file, fault.getMessage()));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (!file.toString().endsWith(".gz")) {
            return in;
        }
        try {
            return new Unzipped(in);
        } catch (IOException fault) {
            in.close();
            throw fault instanceof EOFException ? new ZipException(CUT) : fault;
        }
    }

    /** A stream that was cut ends in a fault that no parser takes for the end of the document. */
    private static final class Unzipped extends GZIPInputStream {
        private static final int BUFFER = 1 << 16;

        Unzipped(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (EOFException cut) {
                throw new ZipException(CUT);
            }
        }
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        try (InputStream in = open(file)) {
            in.transferTo(out);
        }
    }

    private void readLines(Path file, InputStream in, LabelToNode nodes) throws IOException {
        Reader utf8 = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        BufferedReader reader = new BufferedReader(utf8);
        long number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            try {
                readLine(line, nodes);
            } catch (RiotException fault) {
                faults.accept("%s:%d: %s".formatted(file, number, words(fault)));
            }
            number++;
        }
    }

    private void readLine(String line, LabelToNode nodes) throws IOException {
        Optional<CanonicalLine> canonical = CanonicalLine.of(line);
        if (canonical.isPresent()) {
            sink.accept(canonical.get().graph(), canonical.get().tripleLine());
        } else {
            parse(RDFParser.fromString(line, Lang.NQUADS), Lang.NQUADS, nodes);
        }
    }

    private StreamRDF toSink() {
        return new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                try {
                    sink.accept(name(quad), NTriples.line(quad.asTriple()));
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            }

            @Override
            public void triple(Triple triple) {
                quad(Quad.create(Quad.defaultGraphNodeGenerated, triple));
            }
        };
    }

    private static @Nullable String name(Quad quad) {
        Node graph = quad.getGraph();
        return quad.isDefaultGraph() ? null : SkolemIris.isOne(graph) ? "a graph without an IRI" : graph.getURI();
    }

    private void parse(RDFParserBuilder source, Lang lang, LabelToNode nodes) {
        source.lang(lang)
                .labelToNode(nodes)
                .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                .parse(toSink());
    }

    /** The parser counts lines within what it was handed; the column is its own. */
    private static String words(RiotException fault) {
        return String.valueOf(fault.getMessage()).replaceAll("^\\[line: \\d+, col: (\\d+) *\\] *", "column $1: ");
    }
}
