package org.casus.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Of all pairs of reports that are alike enough, the most alike that hold together what hangs together: a maximum
 * spanning forest (Kruskal 1956). What is not needed for it is let go on the way, so that the room grows with the
 * number of reports, not of pairs.
 */
final class Forest {
    private static final int ROOM = 1 << 20;
    private static final Comparator<Edge> MOST_ALIKE_FIRST = Comparator.comparingDouble((Edge edge) -> -edge.likeness())
            .thenComparingInt(Edge::one)
            .thenComparingInt(Edge::other);

    private final int size;
    private List<Edge> edges = new ArrayList<>();

    /** Two reports by their numbers, the smaller first. */
    record Edge(int one, int other, double likeness) {}

    Forest(int size) {
        this.size = size;
    }

    /** From any thread: what is needed is the same in whatever order. */
    synchronized void add(int one, int other, double likeness) {
        edges.add(new Edge(Math.min(one, other), Math.max(one, other), likeness));
        if (edges.size() >= 2 * Math.max(size, ROOM)) {
            prune();
        }
    }

    /** The edges that are needed, those between the most alike first. */
    synchronized List<Edge> edges() {
        prune();
        return edges;
    }

    private void prune() {
        edges.sort(MOST_ALIKE_FIRST);
        Links links = new Links(size);
        List<Edge> needed = new ArrayList<>();
        for (Edge edge : edges) {
            if (!links.areLinked(edge.one(), edge.other())) {
                links.link(edge.one(), edge.other());
                needed.add(edge);
            }
        }
        edges = needed;
    }
}
