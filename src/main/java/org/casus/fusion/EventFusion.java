package org.casus.fusion;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;

/**
 * Puts the reports of a store together to events. The graph of events follows from the stored reports alone, whatever
 * their order; after the first time only what can have changed is put together again.
 */
public final class EventFusion {
    /** So many neighbourhoods are written in one transaction where everything is put together. */
    private static final int BATCH = 20_000;
    /** To be raised where the same reports give other events: all stores are then put together anew. */
    private static final Node VERSION = NodeFactory.createLiteralString("6");

    private static final Node FUSION = NodeFactory.createURI(Vocabulary.FUSION);
    private static final Node AWAITS = Vocabulary.AWAITS_FUSION.asNode();

    /** Brings the graph of events up to date; to be called after articles were stored or forgotten. */
    public FusionReport fuse(EventStore store) {
        Task task = store.read(EventFusion::task);
        if (task.isDone()) {
            return new FusionReport(0, 0, 0, 0);
        }
        List<Neighbourhood> neighbourhoods =
                new Grouping().group(task.scope().around(), task.scope().reports()::contains);
        Progress progress = new Progress(store);
        for (List<Neighbourhood> batch : Lists.partition(neighbourhoods, task.fresh() ? BATCH : Integer.MAX_VALUE)) {
            progress.put(batch, Set.of());
        }
        progress.put(List.of(), task.scope().gone());
        progress.finish(task);
        return new FusionReport(task.scope().reports().size(), progress.copies, progress.appeared, progress.vanished);
    }

    /** What has been brought up to date. */
    private static final class Progress {
        private final EventStore store;
        /** Events as they were stored before. */
        private final Set<Node> seen = new HashSet<>();

        private final Set<Node> touched = new HashSet<>();
        private long copies;
        private long appeared;
        private long vanished;

        Progress(EventStore store) {
            this.store = store;
        }

        void put(List<Neighbourhood> batch, Set<Node> gone) {
            EventChange change = store.read(dataset -> EventChange.of(dataset, batch, gone, seen));
            appeared += change.appeared();
            vanished += change.vanished();
            touched.addAll(change.events());
            if (!change.isEmpty()) {
                store.write(change::apply);
            }
        }

        /** What awaits fusion is crossed out last: a run that breaks off is made up for by the next. */
        void finish(Task task) {
            touched.addAll(seen);
            GraphChange parts = store.read(dataset -> new SubEvents(dataset.asDatasetGraph()).following(touched));
            GraphChange identities = store.read(dataset -> task.identities(dataset.asDatasetGraph()));
            GraphChange copied = store.read(dataset -> task.copies(dataset.asDatasetGraph(), touched));
            copies = copied.added().stream().map(Triple::getSubject).distinct().count();
            store.write(dataset -> {
                parts.apply(events(dataset));
                identities.apply(events(dataset));
                copied.apply(events(dataset));
                // Of the events as they are now.
                ControlIntervals.following(dataset.asDatasetGraph()).apply(events(dataset));
                task.crossOut(runs(dataset));
            });
        }
    }

    private static Task task(Dataset dataset) {
        Graph runs = runs(dataset);
        List<Triple> awaiting = runs.find(Node.ANY, AWAITS, Node.ANY).toList();
        boolean fresh = !runs.contains(FUSION, Vocabulary.TABLES_HASH.asNode(), VERSION);
        ReportReader reader = new ReportReader(dataset.asDatasetGraph());
        Graph events = events(dataset);
        if (fresh) {
            return new Task(true, awaiting, Scope.everything(reader, events));
        }
        List<Triple> reports = awaiting.stream()
                .filter(note -> !isOfEntity(note) && !isOfArticle(note))
                .toList();
        Set<Node> changed = reports.stream().map(Triple::getSubject).collect(Collectors.toSet());
        Set<String> times = reports.stream()
                .flatMap(note -> Times.awaited(note.getObject().getLiteralLexicalForm()).stream())
                .collect(Collectors.toSet());
        return new Task(false, awaiting, Scope.of(changed, times, reader, events));
    }

    private static boolean isOfEntity(Triple note) {
        return note.getSubject().getURI().startsWith(Vocabulary.DATA + "entity/");
    }

    private static boolean isOfArticle(Triple note) {
        return note.getObject().getLiteralLexicalForm().isEmpty() && !isOfEntity(note);
    }

    private static Graph events(Dataset dataset) {
        return dataset.getNamedModel(Vocabulary.EVENTS_GRAPH).getGraph();
    }

    private static Graph runs(Dataset dataset) {
        return dataset.getNamedModel(Vocabulary.RUNS_GRAPH).getGraph();
    }

    private record Task(boolean fresh, List<Triple> awaiting, Scope scope) {
        boolean isDone() {
            return !fresh && awaiting.isEmpty();
        }

        GraphChange identities(DatasetGraph quads) {
            if (fresh) {
                return new Identities(quads).all();
            }
            List<Triple> ofEntities =
                    awaiting.stream().filter(EventFusion::isOfEntity).toList();
            return new Identities(quads)
                    .following(
                            ofEntities.stream().map(Triple::getSubject).toList(),
                            ofEntities.stream().map(Triple::getObject).toList());
        }

        GraphChange copies(DatasetGraph quads, Set<Node> touched) {
            CopiedArticles articles = new CopiedArticles(quads);
            if (fresh) {
                return articles.all();
            }
            List<Triple> ofArticles =
                    awaiting.stream().filter(EventFusion::isOfArticle).toList();
            return articles.following(
                    touched, ofArticles.stream().map(Triple::getSubject).toList());
        }

        void crossOut(Graph runs) {
            new ArrayList<>(awaiting).forEach(runs::delete);
            runs.remove(FUSION, Vocabulary.TABLES_HASH.asNode(), Node.ANY);
            runs.add(FUSION, Vocabulary.TABLES_HASH.asNode(), VERSION);
        }
    }
}
