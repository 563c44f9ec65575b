package org.casus.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;

/** The words of a user for graphs, to their names. */
final class GraphChoice {
    private static final String ARTICLES = "articles";

    private final ArticleGraphs articles;

    GraphChoice(DatasetGraph quads) {
        this.articles = new ArticleGraphs(quads);
    }

    /** None chosen is all but the runs. */
    List<Node> names(Collection<String> words) {
        if (words.isEmpty()) {
            return names(List.of(ARTICLES, "entities", "events", "openie", "vocabulary"));
        }
        Set<Node> names = new LinkedHashSet<>();
        words.forEach(word -> names.addAll(named(word)));
        return new ArrayList<>(names);
    }

    private Collection<Node> named(String word) {
        if (word.equals(ARTICLES)) {
            return articles.names();
        }
        List<Node> known = Stream.of(StoreGraph.values())
                .filter(graph -> word.equals(graph.name().toLowerCase(Locale.ROOT)))
                .map(StoreGraph::node)
                .toList();
        if (!known.isEmpty()) {
            return known;
        }
        Node name = NodeFactory.createURI(word);
        Set<Node> ofArticle = articles.named(word);
        if (ofArticle.isEmpty() && !StoreGraph.holds(name)) {
            throw new StoreException("no such graph or article in the store: " + word);
        }
        return ofArticle.isEmpty() ? List.of(name) : ofArticle;
    }
}
