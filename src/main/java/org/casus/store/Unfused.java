package org.casus.store;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
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

    /** To be called with an article's graph when it has come, and before it goes. */
    void note(Graph article) {
        if (!quads.contains(StoreGraph.RUNS.node(), FUSION, Node.ANY, Node.ANY)) {
            return; // The first fusion looks at everything.
        }
        Set<Quad> notes = new LinkedHashSet<>();
        article.stream(Node.ANY, RDF.type.asNode(), Vocabulary.EVENT_REPORT.asNode())
                .forEach(report -> notes.add(note(article, report.getSubject())));
        article.stream(Node.ANY, RDF.type.asNode(), Vocabulary.ARTICLE.asNode())
                .forEach(typed -> notes.add(note(typed.getSubject(), "")));
        notes.addAll(namesOf(article));
        notes.forEach(quads::add);
    }

    /** Those that an article names and no gazetteer knows: they may be one with those of other articles. */
    private Set<Quad> namesOf(Graph article) {
        Graph entities = quads.getGraph(StoreGraph.ENTITIES.node());
        return article.stream(Node.ANY, Vocabulary.REFERS_TO.asNode(), Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .filter(entity -> entities.contains(entity, RDF.type.asNode(), Vocabulary.UNLINKED_ENTITY.asNode()))
                .map(entity -> note(entity, value(entities, entity, RDFS.label.asNode())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Notes the reports of which an entity is a part, as its description has changed. */
    void noteUses(Node entity) {
        for (Property role : new Property[] {Vocabulary.SOURCE, Vocabulary.TARGET, Vocabulary.PLACE}) {
            Iter.toList(quads.find(Node.ANY, Node.ANY, role.asNode(), entity)).stream()
                    .map(Quad::getGraph)
                    .filter(graph -> !StoreGraph.holds(graph))
                    .distinct()
                    .forEach(graph -> note(quads.getGraph(graph)));
        }
    }

    private static Quad note(Graph article, Node report) {
        String first = value(article, report, Vocabulary.FIRST_DAY.asNode());
        String last = value(article, report, Vocabulary.LAST_DAY.asNode());
        String days =
                first.isEmpty() || last.isEmpty() ? "/" + value(article, Node.ANY, PUBLISHED) : first + "/" + last;
        return note(report, days);
    }

    private static Quad note(Node awaiting, String words) {
        return Quad.create(
                StoreGraph.RUNS.node(),
                awaiting,
                Vocabulary.AWAITS_FUSION.asNode(),
                NodeFactory.createLiteralString(words));
    }

    private static String value(Graph content, Node subject, Node property) {
        return content.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .min(Comparator.naturalOrder())
                .orElse("");
    }
}
