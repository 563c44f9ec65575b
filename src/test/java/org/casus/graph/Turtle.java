package org.casus.graph;

import java.io.StringReader;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/** Turtle without its prefixes, as tests write it, to a model. */
public final class Turtle {
    private static final String PREFIXES = """
            PREFIX casus: <https://w3id.org/casus/ontology#>
            PREFIX plover: <https://w3id.org/casus/plover#>
            PREFIX entity: <https://w3id.org/casus/data/entity/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX schema: <https://schema.org/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX : <https://w3id.org/casus/data/article/%s/>
            """;

    private Turtle() {}

    /** @param articleId of the article that the empty prefix stands for */
    public static Model read(String articleId, String turtle) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(PREFIXES.formatted(articleId) + turtle), null, Lang.TURTLE);
        return model;
    }
}
