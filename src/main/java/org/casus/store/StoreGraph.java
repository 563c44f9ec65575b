package org.casus.store;

import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.casus.graph.Vocabulary;

/** The graphs of a store that are not an article's. */
enum StoreGraph {
    ENTITIES(Vocabulary.ENTITIES_GRAPH),
    EVENTS(Vocabulary.EVENTS_GRAPH),
    OPENIE(Vocabulary.OPENIE_GRAPH),
    VOCABULARY(Vocabulary.VOCABULARY_GRAPH),
    RUNS(Vocabulary.RUNS_GRAPH);

    private final String iri;

    StoreGraph(String iri) {
        this.iri = iri;
    }

    Node node() {
        return NodeFactory.createURI(iri);
    }

    /** The one of this name, which must be one of them. */
    static StoreGraph of(Node graph) {
        return Stream.of(values())
                .filter(one -> graph.hasURI(one.iri))
                .findFirst()
                .orElseThrow();
    }

    /** True for a graph that is not an article's. */
    static boolean holds(Node graph) {
        return Stream.of(values()).anyMatch(one -> graph.hasURI(one.iri));
    }
}
