package org.casus.graph;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;

/**
 * What one article says, as RDF. All models are functions of the article, the version of Casus and its tables.
 *
 * @param iri the name of the article's graph
 * @param articleId the id that came with the article
 * @param article the content of that graph
 * @param entities what is known of the actors and places it speaks of; the same whichever article speaks of them
 * @param openTriples what OpenIE makes of it, which is kept apart; empty where nobody asked for it
 */
public record ArticleGraph(String iri, String articleId, Model article, Model entities, Model openTriples) {
    /** Without triples of OpenIE. */
    public ArticleGraph(String iri, String articleId, Model article, Model entities) {
        this(iri, articleId, article, entities, ModelFactory.createDefaultModel());
    }

    /** The name of the graph of the article with this id. */
    public static String iriOf(String articleId) {
        return Iris.articleGraph(articleId);
    }
}
