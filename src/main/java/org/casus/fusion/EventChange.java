package org.casus.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;

/**
 * What some neighbourhoods change in the graph of events, and what is noted of it in the graph of runs.
 *
 * @param events those that the neighbourhoods hold now, changed or not
 */
record EventChange(
        List<Triple> added, List<Triple> removed, Set<Triple> noted, Set<Node> events, long appeared, long vanished) {
    private static final Node REPORTS = Vocabulary.REPORTS.asNode();
    static final Node DERIVED = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

    /**
     * Compares with what is stored.
     *
     * @param gone reports that no article holds any more
     * @param seen events whose stored state another change has dealt with already; those of this one are added
     */
    static EventChange of(
            Dataset dataset, Collection<Neighbourhood> neighbourhoods, Collection<Node> gone, Set<Node> seen) {
        Graph stored = events(dataset);
        Graph after = EventGraph.of(neighbourhoods);
        Set<Node> reports = new LinkedHashSet<>(gone);
        neighbourhoods.stream()
                .flatMap(neighbourhood -> neighbourhood.events().stream())
                .flatMap(List::stream)
                .forEach(report -> reports.add(report.iri()));
        Graph before = before(stored, reports, seen);
        Set<Node> eventsBefore = named(before);
        Set<Node> eventsAfter = named(after);
        return new EventChange(
                missing(before, after),
                missing(after, before),
                history(before, after),
                eventsAfter,
                count(eventsAfter, eventsBefore),
                count(eventsBefore, eventsAfter));
    }

    private static Graph before(Graph stored, Set<Node> reports, Set<Node> seen) {
        Graph before = GraphFactory.createDefaultGraph();
        for (Node report : reports) {
            for (Triple told : stored.find(report, REPORTS, Node.ANY).toList()) {
                if (seen.add(told.getObject())) {
                    copy(told.getObject(), stored, before);
                }
            }
        }
        return before;
    }

    private static void copy(Node event, Graph stored, Graph before) {
        for (Triple told : stored.find(Node.ANY, REPORTS, event).toList()) {
            before.add(told);
            stored.find(told.getSubject(), Vocabulary.REPEATS.asNode(), Node.ANY)
                    .forEachRemaining(before::add);
        }
        for (Triple fact : stored.find(event, Node.ANY, Node.ANY).toList()) {
            if (fact.getPredicate().equals(SubEvents.HAS_SUB_EVENT)) {
                continue; // Follows from more than the neighbourhood.
            }
            before.add(fact);
            if (fact.getPredicate().equals(Vocabulary.NUMBER.asNode())) {
                stored.find(fact.getObject(), Node.ANY, Node.ANY).forEachRemaining(before::add);
            }
        }
        for (Triple pair :
                stored.find(Node.ANY, Vocabulary.SIMILAR.asNode(), event).toList()) {
            stored.find(pair.getSubject(), Node.ANY, Node.ANY).forEachRemaining(before::add);
        }
    }

    /** In what an event that is gone lives on, and from what a new one was split off. */
    private static Set<Triple> history(Graph before, Graph after) {
        Set<Triple> history = new LinkedHashSet<>();
        for (Triple told : before.find(Node.ANY, REPORTS, Node.ANY).toList()) {
            Node was = told.getObject();
            for (Triple now : after.find(told.getSubject(), REPORTS, Node.ANY).toList()) {
                Node is = now.getObject();
                if (!is.equals(was)) {
                    history.add(
                            after.contains(was, RDF.type.asNode(), Vocabulary.EVENT.asNode())
                                    ? Triple.create(is, DERIVED, was)
                                    : Triple.create(was, DCTerms.isReplacedBy.asNode(), is));
                }
            }
        }
        return history;
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    void apply(Dataset dataset) {
        Graph events = events(dataset);
        removed.forEach(events::delete);
        added.forEach(events::add);
        Graph runs = dataset.getNamedModel(Vocabulary.RUNS_GRAPH).getGraph();
        noted.forEach(runs::add);
    }

    private static Graph events(Dataset dataset) {
        return dataset.getNamedModel(Vocabulary.EVENTS_GRAPH).getGraph();
    }

    private static Set<Node> named(Graph events) {
        return events.stream(Node.ANY, RDF.type.asNode(), Vocabulary.EVENT.asNode())
                .map(Triple::getSubject)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long count(Set<Node> of, Set<Node> notIn) {
        return of.stream().filter(event -> !notIn.contains(event)).count();
    }

    private static List<Triple> missing(Graph from, Graph in) {
        List<Triple> missing = new ArrayList<>();
        in.stream().filter(triple -> !from.contains(triple)).forEach(missing::add);
        return missing;
    }
}
