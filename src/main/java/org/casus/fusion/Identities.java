package org.casus.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.entity.Entity;
import org.casus.entity.EntityType;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Which persons and organisations that no gazetteer knows are one in several articles, and why: name, type and country
 * agree. Where an article leaves the country open, no namesake may be of another.
 */
final class Identities {
    private static final int FEWEST = 2;
    private static final Set<EntityType> IDENTIFIABLE = Set.of(
            EntityType.PERSON,
            EntityType.ORGANISATION,
            EntityType.ARMED_GROUP,
            EntityType.MILITARY,
            EntityType.GOVERNMENT_BODY,
            EntityType.PARTY,
            EntityType.COMPANY,
            EntityType.MEDIA_OUTLET);

    private final DatasetGraph quads;
    private final Graph events;
    private final Graph entities;

    Identities(DatasetGraph quads) {
        this.quads = quads;
        this.events = quads.getGraph(NodeFactory.createURI(Vocabulary.EVENTS_GRAPH));
        this.entities = quads.getGraph(NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH));
    }

    private record Namesake(
            Node entity, EntityType type, @Nullable String country) {}

    /** For all that the store describes. */
    GraphChange all() {
        return following(
                entities.find(Node.ANY, RDF.type.asNode(), Vocabulary.UNLINKED_ENTITY.asNode())
                        .mapWith(Triple::getSubject)
                        .toList(),
                Set.of());
    }

    /**
     * What follows from entities that articles have come or gone with.
     *
     * @param names of theirs, also of those that are gone
     */
    GraphChange following(Collection<Node> changed, Collection<Node> names) {
        Set<Node> all = new LinkedHashSet<>(names);
        for (Node entity : changed) {
            values(entities, entity, RDFS.label).forEach(all::add);
            events.find(Node.ANY, Vocabulary.IDENTIFIES.asNode(), entity)
                    .toList()
                    .forEach(told ->
                            values(events, told.getSubject(), Vocabulary.NAME).forEach(all::add));
        }
        Set<Triple> before = new LinkedHashSet<>();
        Set<Triple> after = new LinkedHashSet<>();
        for (Node name : all) {
            for (Triple named :
                    events.find(Node.ANY, Vocabulary.NAME.asNode(), name).toList()) {
                if (events.contains(named.getSubject(), RDF.type.asNode(), Vocabulary.IDENTITY_CLASS.asNode())) {
                    events.find(named.getSubject(), Node.ANY, Node.ANY).forEachRemaining(before::add);
                }
            }
            byType(name).values().forEach(namesakes -> identify(name, namesakes, after::add));
        }
        return GraphChange.between(before, after);
    }

    private Map<EntityType, List<Namesake>> byType(Node name) {
        Map<EntityType, List<Namesake>> byType = new EnumMap<>(EntityType.class);
        for (Node entity : entities.find(Node.ANY, RDFS.label.asNode(), name)
                .mapWith(Triple::getSubject)
                .toList()) {
            Namesake namesake = namesake(entity, name.getLiteralLexicalForm());
            if (namesake != null) {
                byType.computeIfAbsent(namesake.type(), type -> new ArrayList<>())
                        .add(namesake);
            }
        }
        return byType;
    }

    /** Null for whom a gazetteer knows, and for those that an article describes and does not name. */
    private @Nullable Namesake namesake(Node entity, String name) {
        List<Node> classes = values(entities, entity, RDF.type);
        if (!classes.contains(Vocabulary.UNLINKED_ENTITY.asNode())) {
            return null;
        }
        String country = values(entities, entity, Vocabulary.COUNTRY).stream()
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse(null);
        return IDENTIFIABLE.stream()
                .filter(type -> classes.contains(Vocabulary.entityClass(type).asNode()))
                // A surname alone is many people's.
                .filter(type -> type != EntityType.PERSON || name.contains(" "))
                .filter(type -> entity.hasURI(Vocabulary.DATA + "entity/" + Entity.Nil.idOf(name, type, country)))
                .findFirst()
                .map(type -> new Namesake(entity, type, country))
                .orElse(null);
    }

    private void identify(Node name, List<Namesake> namesakes, Consumer<Triple> triples) {
        long countries = namesakes.stream()
                .map(Namesake::country)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (countries <= 1) {
            write(name, namesakes, triples);
        } else {
            namesakes.forEach(namesake -> write(name, List.of(namesake), triples));
        }
    }

    private void write(Node name, List<Namesake> namesakes, Consumer<Triple> triples) {
        long articles = namesakes.stream()
                .flatMap(namesake -> quads.stream(Node.ANY, Node.ANY, Vocabulary.REFERS_TO.asNode(), namesake.entity()))
                .map(Quad::getGraph)
                .distinct()
                .limit(FEWEST) // Some are in all articles.
                .count();
        if (articles < FEWEST) {
            return;
        }
        Node identity = iri(namesakes);
        triples.accept(Triple.create(identity, RDF.type.asNode(), Vocabulary.IDENTITY_CLASS.asNode()));
        triples.accept(Triple.create(identity, Vocabulary.NAME.asNode(), name));
        namesakes.forEach(
                namesake -> triples.accept(Triple.create(identity, Vocabulary.IDENTIFIES.asNode(), namesake.entity())));
        reasons(namesakes)
                .forEach(reason -> triples.accept(
                        Triple.create(identity, Vocabulary.REASON.asNode(), NodeFactory.createLiteralString(reason))));
    }

    private static Set<String> reasons(List<Namesake> namesakes) {
        Set<String> reasons = new TreeSet<>(Set.of("name", "type"));
        if (namesakes.size() > 1) {
            reasons.add("one-country");
        } else if (namesakes.get(0).country() != null) {
            reasons.add("country");
        }
        return reasons;
    }

    private static Node iri(List<Namesake> namesakes) {
        String all = namesakes.stream()
                .map(namesake -> namesake.entity().getURI())
                .sorted()
                .collect(Collectors.joining(" "));
        return EventGraph.mint("identity", all);
    }

    private static List<Node> values(Graph graph, Node subject, Property property) {
        return graph.find(subject, property.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
