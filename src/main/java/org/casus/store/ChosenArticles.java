package org.casus.store;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.Vocabulary;

/** The articles of a store that are chosen by what is known of them, within one transaction. */
final class ChosenArticles {
    private static final String SCHEMA = "https://schema.org/";
    private static final Node URL = NodeFactory.createURI(SCHEMA + "url");
    private static final Node PUBLISHER = NodeFactory.createURI(SCHEMA + "publisher");
    private static final Node PUBLISHED = NodeFactory.createURI(SCHEMA + "datePublished");
    private static final int DAY_LENGTH = "2024-03-05".length();

    private final Graph all;

    ChosenArticles(DatasetGraph quads) {
        this.all = quads.getUnionGraph();
    }

    /** Their IRIs, in order. */
    List<String> iris(ArticleChoice choice) {
        if (choice.isEmpty()) {
            return List.of();
        }
        return all.stream(Node.ANY, RDF.type.asNode(), Vocabulary.ARTICLE.asNode())
                .map(triple -> triple.getSubject())
                .filter(article -> isChosen(article, choice))
                .map(Node::getURI)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isChosen(Node article, ArticleChoice choice) {
        String url = choice.url();
        String publisher = choice.publisher();
        return (url == null
                        || values(article, URL).anyMatch(value -> words(value).equals(url)))
                && (publisher == null
                        || values(article, PUBLISHER)
                                .flatMap(agent -> values(agent, RDFS.label.asNode()))
                                .anyMatch(name -> words(name).equalsIgnoreCase(publisher)))
                && isWithin(article, choice);
    }

    private boolean isWithin(Node article, ArticleChoice choice) {
        LocalDate since = choice.since();
        LocalDate until = choice.until();
        return (since == null && until == null)
                || values(article, PUBLISHED)
                        .map(ChosenArticles::words)
                        .filter(date -> date.length() >= DAY_LENGTH)
                        .map(date -> LocalDate.parse(date.substring(0, DAY_LENGTH)))
                        .anyMatch(day ->
                                (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until)));
    }

    private Stream<Node> values(Node subject, Node property) {
        return all.stream(subject, property, Node.ANY).map(triple -> triple.getObject());
    }

    private static String words(Node literal) {
        return literal.isLiteral() ? literal.getLiteralLexicalForm() : literal.toString();
    }
}
