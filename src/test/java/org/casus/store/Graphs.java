package org.casus.store;

import org.apache.jena.rdf.model.Model;
import org.casus.graph.ArticleGraph;
import org.casus.graph.Turtle;

/** Article graphs for tests: an article with one report on two parties. */
public final class Graphs {
    private static final String ARTICLE = """
            <https://w3id.org/casus/data/article/%1$s> a casus:Article ;
                dcterms:identifier "%1$s" ; casus:textHash "%2$s" .
            :sentence\\/0-9 a casus:Sentence ; nif:beginIndex "0"^^xsd:nonNegativeInteger ; nif:endIndex "9"^^xsd:nonNegativeInteger ;
                nif:anchorOf "It stays." ; nif:referenceContext <https://w3id.org/casus/data/article/%1$s> .
            :t1 a casus:Trigger ; nif:beginIndex "3"^^xsd:nonNegativeInteger ; nif:endIndex "8"^^xsd:nonNegativeInteger ;
                nif:anchorOf "stays" ; nif:referenceContext <https://w3id.org/casus/data/article/%1$s> .
            :r1 a casus:EventReport ; casus:inArticle <https://w3id.org/casus/data/article/%1$s> ; casus:inSentence :sentence\\/0-9 ;
                casus:eventType plover:ACCUSE ; casus:trigger :t1 ; casus:certainty casus:Certain ;
                casus:polarity casus:Positive ; casus:tense casus:Past ; casus:rule "test" ; casus:confidence 0.5 ;
                casus:source entity:%3$s ; casus:target entity:%4$s .
            """;

    private Graphs() {}

    /** A graph in which the source accuses the target. */
    public static ArticleGraph accusation(String id, String source, String target) {
        String article = ARTICLE.formatted(id, "0".repeat(64), source, target);
        return new ArticleGraph(
                ArticleGraph.iriOf(id), id, model(id, article), model(id, state(source) + state(target)));
    }

    /** The same, with a triple of OpenIE. */
    static ArticleGraph withOpenTriple(ArticleGraph graph) {
        String id = graph.articleId();
        Model triples = model(id, """
                :open a casus:OpenTriple ; casus:openSubject "It" ; casus:openRelation "stays in" ; casus:openObject "port" ;
                    casus:confidence 0.9 ; nif:anchorOf "It stays." ;
                    nif:referenceContext <https://w3id.org/casus/data/article/%s> .
                """.formatted(id));
        return new ArticleGraph(graph.iri(), id, graph.article(), graph.entities(), triples);
    }

    static Model model(String id, String turtle) {
        return Turtle.read(id, turtle);
    }

    /** Puts other words in the place of a literal. */
    static void replace(Model model, String words, String others) {
        model.listStatements(null, null, words).toList().forEach(statement -> statement.changeObject(others));
    }

    private static String state(String qid) {
        return "entity:%1$s a casus:State ; rdfs:label \"State %1$s\" .\n".formatted(qid);
    }
}
