package org.casus.graph;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.casus.annotation.OpenTriple;
import org.casus.article.Article;

/**
 * Writes the triples of OpenIE, as words beside the sentence that they were drawn from. They share no property with
 * what else an article says, but for where in the text they stand.
 */
final class OpenTriples {
    private OpenTriples() {}

    static Model of(Article article, List<OpenTriple> triples) {
        Model model = ModelFactory.createDefaultModel();
        triples.forEach(triple -> write(model, article, triple));
        return model;
    }

    private static void write(Model model, Article article, OpenTriple triple) {
        Resource articleNode = model.createResource(Iris.article(article.id()));
        Resource node = model.createResource(Iris.data(
                "open-triple",
                articleNode.getURI(),
                triple.sentence(),
                triple.subject(),
                triple.relation(),
                triple.object()));
        model.add(node, RDF.type, Vocabulary.OPEN_TRIPLE);
        model.add(node, Vocabulary.OPEN_SUBJECT, Literals.text(triple.subject()));
        model.add(node, Vocabulary.OPEN_RELATION, Literals.text(triple.relation()));
        model.add(node, Vocabulary.OPEN_OBJECT, Literals.text(triple.object()));
        model.add(node, Vocabulary.CONFIDENCE, Literals.decimal(triple.confidence()));
        model.add(node, Standard.BEGIN_INDEX, Literals.offset(triple.sentence().begin()));
        model.add(node, Standard.END_INDEX, Literals.offset(triple.sentence().end()));
        model.add(node, Standard.ANCHOR_OF, Literals.text(triple.sentence().of(article.text())));
        model.add(node, Standard.REFERENCE_CONTEXT, articleNode);
    }
}
