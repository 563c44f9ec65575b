package org.casus.store;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.Vocabulary;

/**
 * Notes in the runs graph which articles and which of their reports fusion has yet to look at again, of what days these
 * tell or told, and which names of those that no gazetteer knows.
 */
final class Unfused {
    private static final Node PUBLISHED = NodeFactory.createURI("https://schema.org/datePublished");
    private static final Node FUSION = NodeFactory.createURI(Vocabulary.FUSION);

    private final DatasetGraph quads;

    Unfused(DatasetGraph quads) {
        this.quads = quads;
    }

    /** To be called when a graph has come, and before it goes. */
    void note(Node articleGraph) {
        if (!quads.contains(StoreGraph.RUNS.node(), FUSION, Node.ANY, Node.ANY)) {
            return; // The first fusion looks at everything.
        }
        Set<Quad> notes = new LinkedHashSet<>();
        Iter.toList(quads.find(articleGraph, Node.ANY, RDF.type.asNode(), Vocabulary.EVENT_REPORT.asNode()))
                .forEach(report -> notes.add(note(articleGraph, report.getSubject())));
        Iter.toList(quads.find(articleGraph, Node.ANY, RDF.type.asNode(), Vocabulary.ARTICLE.asNode()))
                .forEach(article -> notes.add(note(article.getSubject(), "")));
        notes.addAll(namesOf(articleGraph));
        notes.forEach(quads::add);
    }

    /** Those that an article names and no gazetteer knows: they may be one with those of other articles. */
    private Set<Quad> namesOf(Node articleGraph) {
        Set<Node> named = new LinkedHashSet<>();
        quads.find(articleGraph, Node.ANY, Vocabulary.REFERS_TO.asNode(), Node.ANY)
                .forEachRemaining(mention -> named.add(mention.getObject()));
        named.removeIf(entity -> !quads.contains(
                StoreGraph.ENTITIES.node(), entity, RDF.type.asNode(), Vocabulary.UNLINKED_ENTITY.asNode()));
        return named.stream()
                .map(entity -> note(entity, value(StoreGraph.ENTITIES.node(), entity, RDFS.label.asNode())))
                .collect(Collectors.toSet());
    }

    /** Notes the reports of which an entity is a part, as its description has changed. */
    void noteUses(Node entity) {
        for (Property role : new Property[] {Vocabulary.SOURCE, Vocabulary.TARGET, Vocabulary.PLACE}) {
            Iter.toList(quads.find(Node.ANY, Node.ANY, role.asNode(), entity)).stream()
                    .map(Quad::getGraph)
                    .filter(graph -> !StoreGraph.holds(graph))
                    .distinct()
                    .forEach(this::note);
        }
    }

    private Quad note(Node graph, Node report) {
        String first = value(graph, report, Vocabulary.FIRST_DAY.asNode());
        String last = value(graph, report, Vocabulary.LAST_DAY.asNode());
        String days = first.isEmpty() || last.isEmpty() ? "/" + value(graph, Node.ANY, PUBLISHED) : first + "/" + last;
        return note(report, days);
    }

    private static Quad note(Node awaiting, String words) {
        return Quad.create(
                StoreGraph.RUNS.node(),
                awaiting,
                Vocabulary.AWAITS_FUSION.asNode(),
                NodeFactory.createLiteralString(words));
    }

    private String value(Node graph, Node subject, Node property) {
        return Iter.iter(quads.find(graph, subject, property, Node.ANY))
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .reduce((one, other) -> one.compareTo(other) <= 0 ? one : other)
                .orElse("");
    }
}
