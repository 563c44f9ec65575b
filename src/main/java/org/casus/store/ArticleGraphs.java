package org.casus.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;

/** The article graphs of a store, within one transaction; the runs graph keeps the digest of each. */
final class ArticleGraphs {
    private final DatasetGraph quads;
    private final EntityDescriptions entities;
    private final Runs runs;
    private final Unfused unfused;
    private final OpenTriples openTriples;

    ArticleGraphs(DatasetGraph quads) {
        this.quads = quads;
        this.entities = new EntityDescriptions(quads);
        this.runs = new Runs(quads);
        this.unfused = new Unfused(quads);
        this.openTriples = new OpenTriples(quads);
    }

    boolean isUnchanged(PreparedGraph prepared) {
        return runs.digest(prepared.name()).filter(prepared.digest()::equals).isPresent();
    }

    /** Whether there is nothing to write, be it of what it was made. */
    boolean isKnown(PreparedGraph prepared) {
        return isUnchanged(prepared)
                && prepared.basis()
                        .filter(basis -> !runs.isMadeOf(prepared.name(), basis))
                        .isEmpty();
    }

    PutReport put(List<PreparedGraph> batch) {
        int added = 0;
        int replaced = 0;
        int unchanged = 0;
        Set<Node> outdated = new HashSet<>();
        for (PreparedGraph prepared : batch) {
            Optional<String> stored = runs.digest(prepared.name());
            if (stored.filter(prepared.digest()::equals).isPresent()) {
                unchanged++;
            } else if (stored.isPresent()) {
                outdated.addAll(entities.usedBy(prepared.name()));
                remove(prepared.name());
                add(prepared);
                replaced++;
            } else {
                add(prepared);
                added++;
            }
            prepared.basis().ifPresent(basis -> runs.madeOf(prepared.name(), basis));
        }
        entities.sweep(outdated);
        return new PutReport(added, replaced, unchanged, List.of());
    }

    /** Removes the article with this identifier or IRI, or in the graph of this name; false where there is none. */
    boolean forget(String article) {
        Set<Node> graphs = named(article);
        Set<Node> outdated = new HashSet<>();
        for (Node graph : graphs) {
            outdated.addAll(entities.usedBy(graph));
            remove(graph);
        }
        entities.sweep(outdated);
        return !graphs.isEmpty();
    }

    /** The names of all article graphs. */
    List<Node> names() {
        return Iter.iter(quads.listGraphNodes())
                .filter(name -> !StoreGraph.holds(name))
                .toList();
    }

    /** The names of the graphs of the article with this identifier or IRI, or of this name. */
    Set<Node> named(String article) {
        Set<Node> graphs = new HashSet<>();
        Node iri = NodeFactory.createURI(article);
        graphs.add(iri);
        addGraphsOfArticle(iri, graphs);
        Node identifier = NodeFactory.createLiteralString(article);
        List<Quad> identified = Iter.toList(quads.find(Node.ANY, Node.ANY, DCTerms.identifier.asNode(), identifier));
        identified.forEach(quad -> addGraphsOfArticle(quad.getSubject(), graphs));
        graphs.removeIf(graph -> StoreGraph.holds(graph) || !quads.containsGraph(graph));
        return graphs;
    }

    private void addGraphsOfArticle(Node article, Set<Node> graphs) {
        quads.find(Node.ANY, article, RDF.type.asNode(), Vocabulary.ARTICLE.asNode())
                .forEachRemaining(quad -> graphs.add(quad.getGraph()));
    }

    private void add(PreparedGraph prepared) {
        prepared.graph().article().getGraph().stream()
                .forEach(triple -> quads.add(Quad.create(prepared.name(), triple)));
        entities.describe(prepared.graph().entities()).forEach(unfused::noteUses);
        openTriples.add(prepared.graph().openTriples().getGraph());
        unfused.note(prepared.graph().article().getGraph());
        runs.stored(prepared.name(), prepared.digest(), prepared.ingested());
    }

    private void remove(Node name) {
        unfused.note(quads.getGraph(name));
        Iter.toList(quads.find(name, Node.ANY, RDF.type.asNode(), Vocabulary.ARTICLE.asNode()))
                .forEach(article -> openTriples.remove(article.getSubject()));
        quads.removeGraph(name);
        runs.forget(name);
    }
}
