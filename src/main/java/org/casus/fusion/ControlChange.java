package org.casus.fusion;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;

/** What has to be written so that the graph of events holds the intervals that follow from the store. */
record ControlChange(List<Triple> added, List<Triple> removed) {
    static ControlChange of(Dataset dataset) {
        Graph after = ControlIntervals.of(dataset.asDatasetGraph());
        Graph before = stored(events(dataset));
        return new ControlChange(missing(before, after), missing(after, before));
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    void apply(Dataset dataset) {
        Graph events = events(dataset);
        removed.forEach(events::delete);
        added.forEach(events::add);
    }

    private static Graph stored(Graph events) {
        Graph intervals = GraphFactory.createDefaultGraph();
        events.stream(Node.ANY, RDF.type.asNode(), Vocabulary.CONTROL_INTERVAL.asNode())
                .toList()
                .forEach(typed ->
                        events.stream(typed.getSubject(), Node.ANY, Node.ANY).forEach(intervals::add));
        return intervals;
    }

    private static Graph events(Dataset dataset) {
        return dataset.getNamedModel(Vocabulary.EVENTS_GRAPH).getGraph();
    }

    private static List<Triple> missing(Graph from, Graph in) {
        return in.stream().filter(triple -> !from.contains(triple)).toList();
    }
}
