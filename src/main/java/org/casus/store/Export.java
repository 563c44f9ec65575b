package org.casus.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.NTriples;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is in a store in an order that follows from its content alone: the same content gives the same bytes. All
 * is streamed and needs no more memory than {@link SortedLines} does.
 */
final class Export {
    private final Dataset dataset;
    private final DatasetGraph quads;
    private final ExportFormat format;
    private final ExportTarget target;

    /** Takes statements in any order. */
    interface Sink {
        void accept(Quad quad) throws IOException;
    }

    private interface Source {
        void send(Sink sink) throws IOException;
    }

    Export(Dataset dataset, ExportFormat format, ExportTarget target) {
        this.dataset = dataset;
        this.quads = dataset.asDatasetGraph();
        this.format = format;
        this.target = target;
    }

    /** The graphs that are named as {@link GraphChoice} has it. */
    void writeGraphs(Collection<String> words) {
        List<Node> graphs = new GraphChoice(quads).names(words);
        write(sink -> {
            for (Node graph : graphs) {
                Iterator<Quad> content = quads.find(graph, Node.ANY, Node.ANY, Node.ANY);
                while (content.hasNext()) {
                    sink.accept(content.next());
                }
            }
        });
    }

    /** The claims in a scope with all that stands behind them, and the graphs of articles where it names just those. */
    void writeScope(Scope scope) {
        if (scope.isWhole()) {
            writeGraphs(List.of());
            return;
        }
        Set<Node> claims = Selection.claims(dataset, scope);
        write(sink -> {
            Evidence evidence = new Evidence(quads, sink);
            evidence.send(claims);
            for (Node graph : articleGraphs(scope)) {
                evidence.sendGraph(graph);
            }
        });
    }

    private Set<Node> articleGraphs(Scope scope) {
        ArticleGraphs articles = new ArticleGraphs(quads);
        return scope.isArticlesAlone()
                ? scope.articles().stream()
                        .flatMap(article -> articles.named(article).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private void write(Source source) {
        try (SortedLines lines = new SortedLines()) {
            source.send(quad -> lines.add(line(quad)));
            Parts parts = new Parts();
            lines.forEach(parts);
            parts.end();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private String line(Quad quad) {
        return switch (format) {
            case NQUADS -> NTriples.line(quad);
            case NTRIPLES, TURTLE, RDFXML -> NTriples.line(quad.asTriple());
            case TRIG, JSONLD -> GraphLine.of(quad);
        };
    }

    /** The lines, spread over the files of the target. */
    private final class Parts implements SortedLines.Sink {
        private @Nullable ExportPart part;
        private long statements;

        @Override
        public void accept(byte[] line) throws IOException {
            if (part != null && statements == target.limit()) {
                part.close();
                part = null;
            }
            ExportPart current = part == null ? next() : part;
            current.add(line);
            statements++;
        }

        void end() throws IOException {
            // What holds nothing is a file all the same.
            ExportPart last = part == null ? next() : part;
            last.close();
        }

        private ExportPart next() throws IOException {
            OutputStream out = target.next();
            ExportPart next = ExportPart.of(format, out);
            part = next;
            statements = 0;
            return next;
        }
    }
}
