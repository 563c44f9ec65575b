package org.casus.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.casus.graph.Ontology;

/**
 * The ontology as a store holds it: without anonymous class expressions, since a blank node has no name that stays the
 * same from one store to the next. The files have them.
 */
final class OntologyGraph {
    private OntologyGraph() {}

    static Graph read() {
        Graph ontology = Ontology.vocabulary().getGraph();
        ontology.stream().filter(OntologyGraph::isAnonymous).toList().forEach(ontology::delete);
        return ontology;
    }

    private static boolean isAnonymous(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }
}
