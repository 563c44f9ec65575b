package org.casus.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;

/**
 * What an IRI of the graph stands for: {@code https://w3id.org/casus/X} is {@code /casus/X} here, as the page or as
 * RDF, whichever is asked for. The terms of the ontology and of the schemes come together with their file.
 */
final class ResourceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ROOT = "https://w3id.org";
    private static final int MOST_TRIPLES = 10_000;
    private static final Set<String> DOCUMENTS =
            Set.of(ROOT + "/casus/ontology", ROOT + "/casus/plover", ROOT + "/casus/cameo");
    private static final Map<String, String> PREFIXES = Map.of(
            "casus", Vocabulary.NS,
            "plover", Vocabulary.PLOVER,
            "cameo", Vocabulary.CAMEO_NS,
            "xsd", "http://www.w3.org/2001/XMLSchema#",
            "nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "owl", "http://www.w3.org/2002/07/owl#",
            "schema", "https://schema.org/");

    private final transient EventStore store;
    private final transient Page page;

    ResourceServlet(EventStore store, Page page) {
        this.store = store;
        this.page = page;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String iri = ROOT + request.getRequestURI();
        Model description = store.read(dataset -> description(dataset.asDatasetGraph(), iri));
        RdfAnswer answer = new RdfAnswer(request, response);
        if (answer.wantsPage()) {
            response.setStatus(description.isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK);
            page.sendIndex(response);
        } else if (description.isEmpty()) {
            Answer.fault(response, HttpServletResponse.SC_NOT_FOUND, "nothing in the store is called " + iri);
        } else {
            answer.send(description);
        }
    }

    private static Model description(DatasetGraph quads, String iri) {
        Model description = ModelFactory.createDefaultModel();
        description.setNsPrefixes(PREFIXES);
        Node subject = NodeFactory.createURI(iri);
        if (DOCUMENTS.contains(iri)) {
            quads.getGraph(NodeFactory.createURI(Vocabulary.VOCABULARY_GRAPH)).stream()
                    .filter(triple -> triple.getSubject().isURI()
                            && triple.getSubject().getURI().startsWith(iri))
                    .forEach(description.getGraph()::add);
            return description;
        }
        quads.stream(Node.ANY, subject, Node.ANY, Node.ANY)
                .limit(MOST_TRIPLES)
                .forEach(quad -> description.getGraph().add(quad.asTriple()));
        if (quads.containsGraph(subject)) {
            quads.getGraph(subject).stream().limit(MOST_TRIPLES).forEach(description.getGraph()::add);
        }
        quads.stream(Node.ANY, Node.ANY, Vocabulary.REPORTS.asNode(), subject)
                .limit(MOST_TRIPLES)
                .forEach(quad -> description.getGraph().add(quad.asTriple()));
        return description;
    }
}
