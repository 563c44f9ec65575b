package org.casus.store;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/** The graph of OpenIE's triples, within one transaction; each comes and goes with its article. */
final class OpenTriples {
    private static final Node ARTICLE =
            NodeFactory.createURI("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext");

    private final Graph all;

    OpenTriples(DatasetGraph quads) {
        this.all = quads.getGraph(StoreGraph.OPENIE.node());
    }

    void add(Graph ofArticle) {
        ofArticle.stream().forEach(all::add);
    }

    void remove(Node article) {
        of(article).stream().toList().forEach(all::delete);
    }

    /** Those of one article. */
    Graph of(Node article) {
        Graph found = GraphFactory.createDefaultGraph();
        List<Node> triples =
                all.stream(Node.ANY, ARTICLE, article).map(Triple::getSubject).toList();
        triples.forEach(triple -> all.stream(triple, Node.ANY, Node.ANY).forEach(found::add));
        return found;
    }
}
