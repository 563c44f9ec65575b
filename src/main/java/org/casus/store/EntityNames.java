package org.casus.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.graph.Vocabulary;

/** Names to what bears them: actors, places, and terms of the vocabulary. */
final class EntityNames {
    private static final int MOST_TOLD = 8;
    private static final List<Node> NAMING =
            List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

    private final DatasetGraph quads;
    private final List<Graph> graphs;
    private final ShortNames shortNames;

    EntityNames(DatasetGraph quads, ShortNames shortNames) {
        this.quads = quads;
        this.graphs = List.of(quads.getGraph(StoreGraph.ENTITIES.node()), quads.getGraph(StoreGraph.VOCABULARY.node()));
        this.shortNames = shortNames;
    }

    /** Those of exactly this name, in any case; where there are none, the entities whose name holds its words. */
    List<Node> bearing(String name) {
        for (Graph graph : graphs) {
            List<Node> exact = named(graph, other -> other.equalsIgnoreCase(name));
            if (!exact.isEmpty()) {
                return exact;
            }
        }
        String words = name.strip().toLowerCase(Locale.ROOT);
        Pattern within = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])");
        return named(
                entities(),
                other -> within.matcher(other.toLowerCase(Locale.ROOT)).find());
    }

    /** Those of some that are more than a name in a text. */
    List<Node> known(List<Node> entities) {
        return entities.stream()
                .filter(entity -> !entities().contains(entity, RDF.type.asNode(), Vocabulary.UNLINKED_ENTITY.asNode()))
                .toList();
    }

    /** Of some that fusion takes for one person or body the one spoken of most; none where they are several. */
    Optional<Node> same(List<Node> entities) {
        Graph events = quads.getGraph(StoreGraph.EVENTS.node());
        return events.stream(Node.ANY, Vocabulary.IDENTIFIES.asNode(), entities.get(0))
                .map(Triple::getSubject)
                .filter(identity -> entities.stream()
                        .allMatch(entity -> events.contains(identity, Vocabulary.IDENTIFIES.asNode(), entity)))
                .findFirst()
                .flatMap(identity -> entities.stream()
                        .max(Comparator.comparing(this::mentions)
                                .thenComparing(Node::getURI, Comparator.reverseOrder())));
    }

    private long mentions(Node entity) {
        return quads.stream(Node.ANY, Node.ANY, Vocabulary.REFERS_TO.asNode(), entity)
                .count();
    }

    private Graph entities() {
        return graphs.get(0);
    }

    private static List<Node> named(Graph graph, Predicate<String> isMeant) {
        Set<Node> found = new TreeSet<>(Comparator.comparing(Node::getURI));
        for (Node property : NAMING) {
            graph.stream(Node.ANY, property, Node.ANY)
                    .filter(triple -> isMeant.test(triple.getObject().getLiteralLexicalForm()))
                    .map(Triple::getSubject)
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** A few of them as one tells them apart: Nikol Pashinyan (Person, entity:Q7035479). */
    String told(List<Node> entities) {
        List<String> told = new ArrayList<>();
        entities.stream().limit(MOST_TOLD).forEach(entity -> told.add(told(entity)));
        if (entities.size() > MOST_TOLD) {
            told.add("%d more".formatted(entities.size() - MOST_TOLD));
        }
        return String.join(", ", told);
    }

    String told(Node entity) {
        return "%s (%s)"
                .formatted(
                        objects(entity, NAMING.get(0)).stream()
                                .findFirst()
                                .map(Node::getLiteralLexicalForm)
                                .orElse(""),
                        String.join(", ", kinds(entity)));
    }

    private Set<String> kinds(Node entity) {
        Set<String> kinds = objects(entity, RDF.type.asNode()).stream()
                .filter(type -> !type.equals(Vocabulary.UNLINKED_ENTITY.asNode()))
                .map(Node::getLocalName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        kinds.add(shortNames.of(entity));
        return kinds;
    }

    private List<Node> objects(Node entity, Node property) {
        return graphs.stream()
                .flatMap(graph -> graph.stream(entity, property, Node.ANY))
                .map(Triple::getObject)
                .toList();
    }
}
