package org.casus.fusion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;

/** Puts the reports of a store together to events: the graph of events follows from the stored reports alone. */
public final class EventFusion {
    /** Brings the graph of events up to date; to be called after articles were stored or forgotten. */
    public FusionReport fuse(EventStore store) {
        Change change = store.read(EventFusion::change);
        if (!change.isEmpty()) {
            store.write(change::apply);
        }
        return change.report();
    }

    private static Change change(Dataset dataset) {
        List<Report> reports = new ReportReader(dataset.asDatasetGraph()).read();
        Graph after = EventGraph.of(new Grouping().group(reports));
        Graph before = events(dataset);
        Set<Node> eventsAfter = named(after);
        Set<Node> eventsBefore = named(before);
        return new Change(
                missing(before, after),
                missing(after, before),
                replaced(before, after, eventsAfter),
                new FusionReport(
                        reports.size(),
                        eventsAfter.size(),
                        eventsAfter.stream()
                                .filter(event -> !eventsBefore.contains(event))
                                .count(),
                        eventsBefore.stream()
                                .filter(event -> !eventsAfter.contains(event))
                                .count()));
    }

    /** Which event that is gone lives on in which: merged with another, or split. */
    private static List<Triple> replaced(Graph before, Graph after, Set<Node> eventsAfter) {
        Set<Triple> replaced = new LinkedHashSet<>();
        before.stream(Node.ANY, Vocabulary.REPORTS.asNode(), Node.ANY)
                .filter(triple -> !eventsAfter.contains(triple.getObject()))
                .forEach(triple -> after.stream(triple.getSubject(), Vocabulary.REPORTS.asNode(), Node.ANY)
                        .forEach(now -> replaced.add(
                                Triple.create(triple.getObject(), DCTerms.isReplacedBy.asNode(), now.getObject()))));
        return List.copyOf(replaced);
    }

    private static Graph events(Dataset dataset) {
        return dataset.getNamedModel(Vocabulary.EVENTS_GRAPH).getGraph();
    }

    private static Set<Node> named(Graph events) {
        return events.stream(Node.ANY, RDF.type.asNode(), Vocabulary.EVENT.asNode())
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
    }

    private static List<Triple> missing(Graph from, Graph in) {
        List<Triple> missing = new ArrayList<>();
        in.stream().filter(triple -> !from.contains(triple)).forEach(missing::add);
        return missing;
    }

    private record Change(List<Triple> added, List<Triple> removed, List<Triple> replaced, FusionReport report) {
        boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty();
        }

        void apply(Dataset dataset) {
            Graph events = events(dataset);
            removed.forEach(events::delete);
            added.forEach(events::add);
            Graph runs = dataset.getNamedModel(Vocabulary.RUNS_GRAPH).getGraph();
            replaced.forEach(runs::add);
        }
    }
}
