package org.casus.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;
import org.casus.store.StoreStatistics;

/** What the store holds, in VoID. */
final class VoidServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient EventStore store;
    private long asOf = -1;
    private transient Model description = ModelFactory.createDefaultModel();

    VoidServlet(EventStore store) {
        this.store = store;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String root = request.getRequestURL().toString().replace(request.getRequestURI(), "");
        new RdfAnswer(request, response).send(description(root));
    }

    /** Counted once for each state of the store. */
    private synchronized Model description(String root) {
        long now = store.changes();
        if (asOf != now) {
            description = described(root, store.stats());
            asOf = now;
        }
        return description;
    }

    private static Model described(String root, StoreStatistics stats) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("void", VOID.NS).setNsPrefix("dcterms", DCTerms.NS).setNsPrefix("casus", Vocabulary.NS);
        Resource dataset = model.createResource(root + "/.well-known/void#dataset", VOID.Dataset)
                .addProperty(DCTerms.title, "Events that news articles report")
                .addProperty(VOID.sparqlEndpoint, model.createResource(root + "/sparql"))
                .addProperty(VOID.uriSpace, Vocabulary.DATA)
                .addProperty(VOID.vocabulary, model.createResource(Vocabulary.NS))
                .addProperty(VOID.vocabulary, model.createResource(Vocabulary.PLOVER))
                .addLiteral(VOID.triples, stats.quads());
        partition(dataset, Vocabulary.ARTICLE, stats.articles());
        partition(dataset, Vocabulary.EVENT, stats.events());
        partition(dataset, Vocabulary.EVENT_REPORT, stats.reports());
        partition(dataset, Vocabulary.TERRITORIAL_STATEMENT, stats.territorialStatements());
        partition(dataset, Vocabulary.OFFICE_HOLDING, stats.officeHoldings());
        partition(dataset, Vocabulary.STATEMENT, stats.statements());
        model.createResource(root + "/.well-known/void", VOID.DatasetDescription)
                .addProperty(DCTerms.subject, dataset);
        return model;
    }

    private static void partition(Resource dataset, Resource type, long count) {
        dataset.addProperty(
                VOID.classPartition,
                dataset.getModel()
                        .createResource(dataset.getURI() + "-" + type.getLocalName())
                        .addProperty(VOID._class, type)
                        .addLiteral(VOID.entities, count));
    }
}
