package org.casus.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/** What has to be added to a graph and removed from it. */
record GraphChange(List<Triple> added, List<Triple> removed) {
    /** From what is there to what there should be. */
    static GraphChange between(Set<Triple> before, Set<Triple> after) {
        List<Triple> added = new ArrayList<>(after);
        added.removeAll(before);
        List<Triple> removed = new ArrayList<>(before);
        removed.removeAll(after);
        return new GraphChange(added, removed);
    }

    void apply(Graph graph) {
        removed.forEach(graph::delete);
        added.forEach(graph::add);
    }
}
