package org.casus.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The graph of entities: it describes what the stored articles speak of, and nothing else. */
final class EntityDescriptions {
    private static final Property SAME_AS = ResourceFactory.createProperty("https://schema.org/sameAs");
    private static final String GEONAMES = "https://sws.geonames.org/";

    private final DatasetGraph quads;
    private final Graph entities;
    /** What was written last of each, within this transaction: articles of one batch speak of the same. */
    private final Map<Node, Set<Triple>> described = new HashMap<>();

    EntityDescriptions(DatasetGraph quads) {
        this.quads = quads;
        this.entities = quads.getGraph(StoreGraph.ENTITIES.node());
    }

    /**
     * Writes what an article's entities are; the newest description of an entity takes the place of an older one,
     * unless that has links which were found since.
     *
     * @return those that were described otherwise before
     */
    List<Node> describe(Model descriptions) {
        List<Node> changed = new ArrayList<>();
        Graph fresh = descriptions.getGraph();
        Set<Node> subjects = new LinkedHashSet<>();
        fresh.stream().map(Triple::getSubject).forEach(subjects::add);
        for (Node subject : subjects) {
            Set<Triple> now = about(fresh, subject);
            if (now.equals(described.get(subject))) {
                continue;
            }
            Set<Triple> before = about(entities, subject);
            if (isUnlinked(now) && isIdentified(before)) {
                continue;
            }
            before.stream().filter(triple -> !now.contains(triple)).forEach(entities::delete);
            now.stream().filter(triple -> !before.contains(triple)).forEach(entities::add);
            described.put(subject, now);
            if (!before.isEmpty() && !before.equals(now)) {
                changed.add(subject);
            }
        }
        return changed;
    }

    private static boolean isUnlinked(Set<Triple> description) {
        return description.stream().anyMatch(triple -> triple.objectMatches(Vocabulary.UNLINKED_ENTITY.asNode()));
    }

    private static boolean isIdentified(Set<Triple> description) {
        return description.stream()
                .anyMatch(triple ->
                        triple.predicateMatches(OWL.sameAs.asNode()) || triple.predicateMatches(SAME_AS.asNode()));
    }

    /** The described things that an article graph speaks of, and those that their descriptions speak of. */
    Set<Node> usedBy(Node articleGraph) {
        Set<Node> used = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        quads.getGraph(articleGraph).stream().map(Triple::getObject).forEach(open::add);
        reach(open, used, null);
        return used;
    }

    /** Takes away the descriptions among these that no article graph leads to any more. */
    void sweep(Set<Node> candidates) {
        described.clear();
        Set<Node> live = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        candidates.stream().filter(node -> isRoot(node, candidates)).forEach(open::add);
        reach(open, live, candidates);
        for (Node candidate : candidates) {
            if (!live.contains(candidate)) {
                about(entities, candidate).forEach(entities::delete);
            }
        }
    }

    /** Those that no item of Wikidata is known for, in the order of their IRIs. */
    List<StoredEntity> withoutItem() {
        return entities.find(Node.ANY, RDFS.label.asNode(), Node.ANY).toList().stream()
                .map(Triple::getSubject)
                .distinct()
                .filter(entity -> !entities.contains(entity, OWL.sameAs.asNode(), Node.ANY))
                .flatMap(entity -> stored(entity).stream())
                .sorted(Comparator.comparing(StoredEntity::iri))
                .toList();
    }

    private Optional<StoredEntity> stored(Node entity) {
        return values(entity, RDF.type)
                .filter(type -> !type.equals(Vocabulary.UNLINKED_ENTITY.asNode()))
                .findFirst()
                .map(type -> new StoredEntity(
                        entity.getURI(),
                        values(entity, RDFS.label).findFirst().orElseThrow().getLiteralLexicalForm(),
                        type.getLocalName(),
                        values(entity, Vocabulary.COUNTRY)
                                .map(Node::getLiteralLexicalForm)
                                .findFirst()
                                .orElse(null),
                        values(entity, SAME_AS)
                                .map(Node::getURI)
                                .filter(iri -> iri.startsWith(GEONAMES))
                                .map(iri -> Integer.valueOf(iri.replaceAll("\\D", "")))
                                .findFirst()
                                .orElse(null)));
    }

    private Stream<Node> values(Node subject, Property property) {
        return entities.find(subject, property.asNode(), Node.ANY).toList().stream()
                .map(Triple::getObject);
    }

    /** Adds to the descriptions of entities what makes them known; they stay what they are. */
    void identify(Model links) {
        Graph fresh = links.getGraph();
        fresh.stream().filter(triple -> !entities.contains(triple)).forEach(entities::add);
        fresh.find(Node.ANY, OWL.sameAs.asNode(), Node.ANY)
                .forEachRemaining(triple -> entities.delete(
                        Triple.create(triple.getSubject(), RDF.type.asNode(), Vocabulary.UNLINKED_ENTITY.asNode())));
    }

    private void reach(Deque<Node> open, Set<Node> reached, @Nullable Set<Node> within) {
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.isURI()
                    && (within == null || within.contains(node))
                    && !reached.contains(node)
                    && entities.contains(node, Node.ANY, Node.ANY)) {
                reached.add(node);
                about(entities, node).stream().map(Triple::getObject).forEach(open::add);
            }
        }
    }

    /** True where an article graph, or a description that is not in question, speaks of the node. */
    private boolean isRoot(Node node, Set<Node> candidates) {
        Iterator<Quad> uses = quads.find(Node.ANY, Node.ANY, Node.ANY, node);
        try {
            while (uses.hasNext()) {
                Quad use = uses.next();
                boolean lasting = use.getGraph().equals(StoreGraph.ENTITIES.node())
                        ? !candidates.contains(use.getSubject())
                        : !StoreGraph.holds(use.getGraph());
                if (lasting) {
                    return true;
                }
            }
            return false;
        } finally {
            Iter.close(uses);
        }
    }

    private static Set<Triple> about(Graph graph, Node subject) {
        Set<Triple> triples = new LinkedHashSet<>();
        graph.find(subject, Node.ANY, Node.ANY).forEachRemaining(triples::add);
        return triples;
    }
}
