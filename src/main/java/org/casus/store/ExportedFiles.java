package org.casus.store;

import com.google.common.base.Throwables;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
 * Files and folders of N-Quads and TriG, each also gzipped, to statements, and the same from a pipe or standard input;
 * what cannot be read is told in one line, and blank nodes are {@link SkolemIris}.
 */
final class ExportedFiles {
    private static final String CUT = "it ends in the middle";
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
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

    /** What to read, and the name that it has for the user. */
    private record Document(Path file, String name, Lang lang, boolean zipped) {}

    private static final Path STANDARD_INPUT = Path.of("-");

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
        } else if (input.equals(STANDARD_INPUT)) {
            readStream(System.in, "standard input");
        } else if (Files.exists(input) && !Files.isRegularFile(input)) {
            try (InputStream pipe = new FileInputStream(input.toFile())) {
                readStream(pipe, input.toString());
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
        read(new Document(file, file.toString(), lang, file.toString().endsWith(".gz")));
    }

    /** A stream can be read but once and has no name that says what it holds, so that it becomes a file first. */
    private void readStream(InputStream in, String name) throws IOException {
        Path file = Files.createTempFile("casus-import", ".rdf");
        file.toFile().deleteOnExit();
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            boolean zipped = isZipped(file);
            read(new Document(file, name, isLines(file, zipped) ? Lang.NQUADS : Lang.TRIG, zipped));
        } catch (IOException fault) {
            faults.accept("%s: cannot be read: %s".formatted(name, fault.getMessage()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isZipped(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(GZIP.length), GZIP);
        }
    }

    /** Whether it begins as N-Quads do, with a statement that ends on its line; TriG has a prefix or a brace there. */
    private static boolean isLines(Path file, boolean zipped) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(file, zipped), StandardCharsets.ISO_8859_1))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .findFirst()
                    .map(line -> line.matches("(?s)[<_].*\\.(\\s*#.*)?"))
                    .orElse(true);
        } catch (UncheckedIOException fault) {
            throw Objects.requireNonNull(fault.getCause());
        }
    }

    private void read(Document document) {
        String name = document.name();
        LabelToNode nodes = SkolemIris.of(out -> copy(document, out));
        try (InputStream in = open(document.file(), document.zipped())) {
            if (Lang.NQUADS.equals(document.lang())) {
                readLines(name, in, nodes);
            } else {
                parse(RDFParser.source(in), document.lang(), nodes);
            }
        } catch (RiotException fault) {
            faults.accept("%s: %s".formatted(name, words(fault)));
        } catch (RuntimeIOException fault) {
            faults.accept("%s: cannot be read: %s"
                    .formatted(name, Throwables.getRootCause(fault).getMessage()));
        } catch (NoSuchFileException fault) {
            faults.accept(name + ": no such file or folder");
        } catch (AccessDeniedException fault) {
            faults.accept(name + ": no permission");
        } catch (CharacterCodingException fault) {
            faults.accept(name + ": not UTF-8");
        } catch (IOException fault) {
            faults.accept("%s: cannot be read: %s".formatted(name, fault.getMessage()));
        }
    }

    private static InputStream open(Path file, boolean zipped) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (!zipped) {
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

    private static void copy(Document document, OutputStream out) throws IOException {
        try (InputStream in = open(document.file(), document.zipped())) {
            in.transferTo(out);
        }
    }

    private void readLines(String name, InputStream in, LabelToNode nodes) throws IOException {
        Reader utf8 = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        BufferedReader reader = new BufferedReader(utf8);
        long number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            try {
                readLine(line, nodes);
            } catch (RiotException fault) {
                faults.accept("%s:%d: %s".formatted(name, number, words(fault)));
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
