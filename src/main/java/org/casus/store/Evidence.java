package org.casus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;

/**
 * Claims with all that stands behind them: the words, the voices, the article and how it was read, the events they
 * report, and the entities that are spoken of. Each statement comes once.
 */
public final class Evidence {
    private final DatasetGraph quads;
    private final Export.Sink sink;
    private final Set<Place> reached = new HashSet<>();
    private final Deque<Place> open = new ArrayDeque<>();

    /** A node in one graph. */
    private record Place(Node graph, Node node) {}

    Evidence(DatasetGraph quads, Export.Sink sink) {
        this.quads = quads;
        this.sink = sink;
    }

    /** All that stands behind one claim, and the claim. */
    public static List<Quad> of(DatasetGraph quads, Node claim) {
        List<Quad> statements = new ArrayList<>();
        try {
            new Evidence(quads, statements::add).send(Set.of(claim));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return statements;
    }

    void send(Set<Node> claims) throws IOException {
        for (Node claim : claims) {
            for (Quad typed : Iter.toList(quads.find(Node.ANY, claim, RDF.type.asNode(), Node.ANY))) {
                reach(typed.getGraph(), claim);
                reach(typed.getGraph(), typed.getGraph());
            }
            for (Quad told :
                    Iter.toList(quads.find(StoreGraph.EVENTS.node(), claim, Vocabulary.REPORTS.asNode(), Node.ANY))) {
                sink.accept(told);
                reach(StoreGraph.EVENTS.node(), told.getObject());
            }
            follow();
        }
    }

    /** A graph as it is, with the entities and events that it leads to. */
    void sendGraph(Node graph) throws IOException {
        for (Quad quad : Iter.toList(quads.find(graph, Node.ANY, Node.ANY, Node.ANY))) {
            reach(graph, quad.getSubject());
        }
        follow();
    }

    private void follow() throws IOException {
        while (!open.isEmpty()) {
            Place place = open.pop();
            Iterator<Quad> statements = quads.find(place.graph(), place.node(), Node.ANY, Node.ANY);
            while (statements.hasNext()) {
                Quad statement = statements.next();
                // Which report tells of which event is said of the report, and sent with it.
                if (!statement.getPredicate().equals(Vocabulary.REPORTS.asNode())) {
                    sink.accept(statement);
                    reach(place.graph(), statement.getObject());
                    reach(StoreGraph.ENTITIES.node(), statement.getObject());
                }
            }
        }
    }

    private void reach(Node graph, Node node) {
        Place place = new Place(graph, node);
        if (node.isURI() && reached.add(place)) {
            open.push(place);
        }
    }
}
