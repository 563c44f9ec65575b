package org.casus.fusion;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;

/** What follows from reports that were put together to events; each kind hangs on some statements of all articles. */
public enum Derived {
    /** Which acts are parts of a named event. */
    PARTS(Vocabulary.IN_ARTICLE, Vocabulary.POLARITY, Vocabulary.TENSE) {
        @Override
        GraphChange of(DatasetGraph quads) {
            Graph events = quads.getGraph(NodeFactory.createURI(Vocabulary.EVENTS_GRAPH));
            Set<Node> all = events.stream(Node.ANY, RDF.type.asNode(), Vocabulary.EVENT.asNode())
                    .map(Triple::getSubject)
                    .collect(Collectors.toSet());
            return new SubEvents(quads).following(all);
        }
    },
    /** Who is one in several articles. */
    IDENTITIES(Vocabulary.REFERS_TO) {
        @Override
        GraphChange of(DatasetGraph quads) {
            return new Identities(quads).all();
        }
    },
    /** From when until when who held a land. */
    CONTROL(
            Vocabulary.TERRITORY,
            Vocabulary.RELATION,
            Vocabulary.HOLDER,
            Vocabulary.FORMER_HOLDER,
            Vocabulary.CERTAINTY,
            Vocabulary.POLARITY,
            Vocabulary.TENSE,
            Vocabulary.EARLIEST_FROM,
            Vocabulary.LATEST_FROM,
            Vocabulary.EARLIEST_UNTIL,
            Vocabulary.LATEST_UNTIL,
            Vocabulary.EARLIEST_AS_OF,
            Vocabulary.LATEST_AS_OF,
            Vocabulary.FROM_EVENT,
            Vocabulary.UNTIL_EVENT) {
        @Override
        GraphChange of(DatasetGraph quads) {
            return ControlIntervals.following(quads);
        }
    };

    private static final List<String> SHARED =
            List.of("<%s> .".formatted(Vocabulary.EVENTS_GRAPH), "<%s> .".formatted(Vocabulary.ENTITIES_GRAPH));

    /** Of articles; of the graphs of events and entities all is needed. */
    private final ImmutableSet<String> properties;

    Derived(Property... properties) {
        this.properties = Stream.of(properties)
                .map(property -> "<" + property.getURI() + ">")
                .collect(ImmutableSet.toImmutableSet());
    }

    abstract GraphChange of(DatasetGraph quads);

    /** Whether it hangs on a statement, told as a line of N-Quads. */
    public boolean needs(String line) {
        int subject = line.indexOf(' ');
        int property = line.indexOf(' ', subject + 1);
        return properties.contains(line.substring(subject + 1, property))
                || SHARED.stream().anyMatch(line::endsWith);
    }
}
