package org.casus.fusion;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.Vocabulary;

/** Which articles are copies of which: those that a report repeats a report of. */
final class CopiedArticles {
    private static final Node COPY_OF = Vocabulary.COPY_OF.asNode();
    private static final Node REPEATS = Vocabulary.REPEATS.asNode();

    private final DatasetGraph quads;
    private final Graph events;

    CopiedArticles(DatasetGraph quads) {
        this.quads = quads;
        this.events = quads.getGraph(NodeFactory.createURI(Vocabulary.EVENTS_GRAPH));
    }

    /** What follows from all that is stored. */
    GraphChange all() {
        Set<Triple> after = new LinkedHashSet<>();
        events.find(Node.ANY, REPEATS, Node.ANY).toList().stream()
                .flatMap(this::copies)
                .forEach(after::add);
        return GraphChange.between(known(Node.ANY), after);
    }

    /** What follows from events that came or changed, and from articles that came, changed or went. */
    GraphChange following(Collection<Node> changedEvents, Collection<Node> changedArticles) {
        Set<Node> articles = new LinkedHashSet<>(changedArticles);
        for (Node event : changedEvents) {
            events.find(Node.ANY, Vocabulary.REPORTS.asNode(), event).toList().stream()
                    .flatMap(told -> articles(told.getSubject()))
                    .forEach(articles::add);
        }
        Set<Triple> before = new LinkedHashSet<>();
        Set<Triple> after = new LinkedHashSet<>();
        for (Node article : articles) {
            before.addAll(known(article));
            reports(article).stream()
                    .flatMap(report -> events.find(report, REPEATS, Node.ANY).toList().stream())
                    .flatMap(this::copies)
                    .forEach(after::add);
        }
        return GraphChange.between(before, after);
    }

    private Stream<Triple> copies(Triple repetition) {
        return articles(repetition.getSubject())
                .flatMap(copy ->
                        articles(repetition.getObject()).map(original -> Triple.create(copy, COPY_OF, original)));
    }

    private Stream<Node> articles(Node report) {
        return quads.stream(Node.ANY, report, Vocabulary.IN_ARTICLE.asNode(), Node.ANY)
                .map(Quad::getObject)
                .toList()
                .stream();
    }

    private Set<Node> reports(Node article) {
        Set<Node> reports = new LinkedHashSet<>();
        quads.find(Node.ANY, Node.ANY, Vocabulary.IN_ARTICLE.asNode(), article)
                .forEachRemaining(quad -> reports.add(quad.getSubject()));
        return reports;
    }

    private Set<Triple> known(Node article) {
        return events.find(article, COPY_OF, Node.ANY).toSet();
    }
}
