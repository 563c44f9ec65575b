package org.casus.store;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.casus.entity.EntityType;
import org.casus.extraction.EventType;
import org.casus.graph.Vocabulary;

/** Counts what a store holds. */
final class Census {
    private final DatasetGraph quads;

    Census(DatasetGraph quads) {
        this.quads = quads;
    }

    StoreStatistics take() {
        Map<String, Long> byType = new TreeMap<>();
        for (EventType type : EventType.values()) {
            long count = instances(StoreGraph.EVENTS.node(), Vocabulary.eventClass(type));
            if (count > 0) {
                byType.put(type.name(), count);
            }
        }
        return new StoreStatistics(
                instances(Node.ANY, Vocabulary.ARTICLE),
                byType.values().stream().mapToLong(Long::longValue).sum(),
                byType,
                instances(Node.ANY, Vocabulary.EVENT_REPORT),
                entities(type -> type.fillsRoles() && (!type.isPlace() || type == EntityType.STATE)),
                entities(EntityType::isPlace),
                instances(Node.ANY, Vocabulary.TERRITORIAL_STATEMENT),
                instances(Node.ANY, Vocabulary.OFFICE_HOLDING),
                instances(Node.ANY, Vocabulary.STATEMENT),
                quads(Node.ANY) - quads(StoreGraph.OPENIE.node()));
    }

    private long entities(Predicate<EntityType> kind) {
        Set<Node> found = new HashSet<>();
        Arrays.stream(EntityType.values())
                .filter(kind)
                .map(type -> Vocabulary.entityClass(type).asNode())
                .forEach(type -> quads.find(StoreGraph.ENTITIES.node(), Node.ANY, RDF.type.asNode(), type)
                        .forEachRemaining(quad -> found.add(quad.getSubject())));
        return found.size();
    }

    private long quads(Node graph) {
        return Iter.count(quads.find(graph, Node.ANY, Node.ANY, Node.ANY));
    }

    private long instances(Node graph, Resource type) {
        return Iter.count(quads.find(graph, Node.ANY, RDF.type.asNode(), type.asNode()));
    }
}
