package org.casus.fusion;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.graph.NTriples;
import org.casus.graph.Vocabulary;

/**
 * A report with what a table of events tells of it.
 *
 * @param evidence statements on the report, its article, its words and its parties, as lines of N-Quads
 */
public record ToldReport(Report report, List<String> evidence) implements Serializable {
    private static final Set<Node> FOLLOWED = Stream.concat(
                    Stream.of(
                                    Vocabulary.IN_ARTICLE,
                                    Vocabulary.IN_SENTENCE,
                                    Vocabulary.SOURCE,
                                    Vocabulary.TARGET,
                                    Vocabulary.SOURCE_MENTION,
                                    Vocabulary.TARGET_MENTION,
                                    Vocabulary.PLACE)
                            .map(Property::asNode),
                    Stream.of("https://schema.org/publisher", "http://www.opengis.net/ont/geosparql#hasGeometry")
                            .map(NodeFactory::createURI))
            .collect(Collectors.toUnmodifiableSet());

    public ToldReport {
        evidence = List.copyOf(evidence);
    }

    static ToldReport of(Report report, DatasetGraph quads) {
        List<String> evidence = new ArrayList<>();
        Set<Node> seen = new HashSet<>(Set.of(report.iri()));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            quads.find(Node.ANY, open.pop(), Node.ANY, Node.ANY).forEachRemaining(quad -> {
                evidence.add(NTriples.line(quad));
                if (FOLLOWED.contains(quad.getPredicate()) && seen.add(quad.getObject())) {
                    open.push(quad.getObject());
                }
            });
        }
        return new ToldReport(report, evidence);
    }
}
