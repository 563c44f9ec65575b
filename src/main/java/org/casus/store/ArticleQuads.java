package org.casus.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.ArticleGraph;
import org.casus.graph.NTriples;

/**
 * Article graphs without a store, as the N-Quads that {@code import} reads: each is held against the shapes, and all
 * are written sorted, each statement once. What does not fit in memory waits on disk.
 */
public final class ArticleQuads implements AutoCloseable {
    private final ArticleCheck check = new ArticleCheck();
    private final SortedLines lines = new SortedLines();

    /** Takes an article in; a graph that breaks the shapes is left out, and its first fault is told. */
    public Optional<String> add(ArticleGraph graph) throws IOException {
        List<String> faults = check.faults(graph);
        if (faults.isEmpty()) {
            add(NodeFactory.createURI(graph.iri()), graph.article());
            add(StoreGraph.ENTITIES.node(), graph.entities());
            add(StoreGraph.OPENIE.node(), graph.openTriples());
        }
        return faults.stream().findFirst();
    }

    private void add(Node name, Model content) throws IOException {
        for (var triples = content.getGraph().find(); triples.hasNext(); ) {
            lines.add(NTriples.line(Quad.create(name, triples.next())));
        }
    }

    /** Writes all that was added, and says how many statements that is; the stream stays open. */
    public long write(OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        long[] statements = {0};
        lines.forEach(line -> {
            buffered.write(line);
            buffered.write('\n');
            statements[0]++;
        });
        buffered.flush();
        return statements[0];
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
