package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/** Stored graphs to what the shapes find in them. */
final class StoreCheck {
    private final DatasetGraph quads;
    private final ArticleCheck check;

    StoreCheck(DatasetGraph quads, ArticleCheck check) {
        this.quads = quads;
        this.check = check;
    }

    List<Violation> violations() {
        List<Node> names = new ArrayList<>(new ArticleGraphs(quads).names());
        names.add(StoreGraph.ENTITIES.node());
        names.add(StoreGraph.EVENTS.node());
        names.add(StoreGraph.OPENIE.node());
        return names.stream().flatMap(this::violations).toList();
    }

    private Stream<Violation> violations(Node name) {
        return check.faults(inMemory(quads.getGraph(name))).stream().map(fault -> new Violation(name.getURI(), fault));
    }

    private static Model inMemory(Graph stored) {
        Graph copy = GraphFactory.createDefaultGraph();
        stored.stream().forEach(copy::add);
        return ModelFactory.createModelForGraph(copy);
    }
}
