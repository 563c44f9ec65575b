package org.casus.store;

import java.time.Instant;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.casus.graph.ArticleGraph;

/**
 * An article's graph, held against the shapes and hashed, so that the thread that stores has only to write.
 *
 * @param basis a hash of all that the graph depends on
 * @param ingested noted as the time of ingestion
 * @param fault the first thing by which it breaks the shapes, in one line: then it is not stored
 */
public record PreparedGraph(
        ArticleGraph graph, String digest, Optional<String> basis, Optional<Instant> ingested, Optional<String> fault) {

    /** How many statements it brings. */
    public long statements() {
        return graph.article().size()
                + graph.entities().size()
                + graph.openTriples().size();
    }

    String articleId() {
        return graph.articleId();
    }

    Node name() {
        return NodeFactory.createURI(graph.iri());
    }
}
