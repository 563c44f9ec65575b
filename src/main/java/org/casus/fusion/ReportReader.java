package org.casus.fusion;

import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.casus.entity.EntityType;
import org.casus.extraction.Attribution;
import org.casus.extraction.Factuality;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads the reports out of the article graphs of a store. */
final class ReportReader {
    private static final Node PUBLISHER = NodeFactory.createURI("https://schema.org/publisher");
    private static final Node HAD_ROLE = NodeFactory.createURI("http://www.w3.org/ns/prov#hadRole");
    private static final Node AGENT = NodeFactory.createURI("http://www.w3.org/ns/prov#agent");
    private static final Node AGENCY = Vocabulary.role(Attribution.Role.AGENCY).asNode();
    private static final Node FUTURE = Vocabulary.tense(Factuality.Tense.FUTURE).asNode();
    /** What has no name of its own may be somebody else in the next article. */
    private static final Set<Node> NAMELESS = Stream.of(EntityType.GROUP, EntityType.POPULATION, EntityType.ACTOR)
            .map(type -> Vocabulary.entityClass(type).asNode())
            .collect(Collectors.toUnmodifiableSet());

    private static final Node ENTITIES = NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH);

    private final DatasetGraph quads;
    private final Map<Node, Boolean> firm = new HashMap<>();

    ReportReader(DatasetGraph quads) {
        this.quads = quads;
    }

    List<Report> read() {
        List<Quad> found = new ArrayList<>();
        quads.find(Node.ANY, Node.ANY, RDF.type.asNode(), Vocabulary.EVENT_REPORT.asNode())
                .forEachRemaining(found::add);
        return found.stream()
                .map(quad -> report(quad.getGraph(), quad.getSubject()))
                .toList();
    }

    private Report report(Node graph, Node iri) {
        ImmutableListMultimap<Node, Node> all = about(graph, iri);
        Map<Node, Node> values = new HashMap<>();
        all.asMap().forEach((property, objects) -> {
            if (objects.size() == 1) {
                values.put(property, objects.iterator().next());
            }
        });
        return new Report(
                iri,
                values,
                isFirm(values.get(Vocabulary.SOURCE.asNode())) && isFirm(values.get(Vocabulary.TARGET.asNode())),
                !FUTURE.equals(values.get(Vocabulary.TENSE.asNode())),
                value(graph, values.get(Vocabulary.SPOKEN_OF.asNode()), Vocabulary.EVENT_TYPE.asNode())
                        .orElse(null),
                agency(graph, all.get(Vocabulary.VOICE.asNode()))
                        .or(() -> value(graph, values.get(Vocabulary.IN_ARTICLE.asNode()), PUBLISHER))
                        .orElse(null));
    }

    private Optional<Node> agency(Node graph, List<Node> voices) {
        return voices.stream()
                .filter(voice -> quads.contains(graph, voice, HAD_ROLE, AGENCY))
                .flatMap(voice -> value(graph, voice, AGENT).stream())
                .min(Comparator.comparing(Node::toString));
    }

    private Optional<Node> value(Node graph, @Nullable Node subject, Node property) {
        return subject == null
                ? Optional.empty()
                : about(graph, subject).get(property).stream().findFirst();
    }

    private boolean isFirm(@Nullable Node entity) {
        return entity != null
                && firm.computeIfAbsent(
                        entity,
                        node -> about(ENTITIES, node).get(RDF.type.asNode()).stream()
                                .noneMatch(NAMELESS::contains));
    }

    private ImmutableListMultimap<Node, Node> about(Node graph, Node subject) {
        ImmutableListMultimap.Builder<Node, Node> values = ImmutableListMultimap.builder();
        quads.find(graph, subject, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> values.put(quad.getPredicate(), quad.getObject()));
        return values.build();
    }
}
