package org.casus.fusion;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.extraction.Factuality;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * That somebody held a land, as one sentence says.
 *
 * @param side what tells two holders apart: an army is on its state's
 * @param formerSide the same of who had it before, where the words say so
 * @param begunBy the event that began it
 * @param endedBy the event that ended it
 */
record Holding(
        Node statement,
        Node holder,
        String side,
        @Nullable Node former,
        @Nullable String formerSide,
        Bounds from,
        Bounds until,
        Bounds asOf,
        @Nullable Node begunBy,
        @Nullable Node endedBy) {
    private static final Pattern OF_STATE = Pattern.compile("([A-Z]{3})(?:GOV|MIL|COP)?");
    private static final Node CERTAIN =
            Vocabulary.certainty(Factuality.Certainty.CERTAIN).asNode();
    private static final Node POSITIVE =
            Vocabulary.polarity(Factuality.Polarity.POSITIVE).asNode();
    private static final Node FUTURE = Vocabulary.tense(Factuality.Tense.FUTURE).asNode();

    static final Comparator<Holding> BY_IRI =
            Comparator.comparing(holding -> holding.statement().getURI());

    /** Two days between which something was, either of which may be open; as XML Schema spells them. */
    record Bounds(@Nullable String first, @Nullable String last) {
        static final Bounds NONE = new Bounds(null, null);

        boolean isKnown() {
            return last != null;
        }

        boolean isBefore(Bounds other) {
            return last != null && other.first != null && last.compareTo(other.first) < 0;
        }
    }

    /** Empty for a statement that names no holder, or that is not sure of what it says. */
    static Optional<Holding> read(DatasetGraph quads, Graph events, Node statement) {
        Graph said = quads.getUnionGraph();
        Node holder = one(said, statement, Vocabulary.HOLDER);
        if (holder == null || !isFact(said, statement)) {
            return Optional.empty();
        }
        Node former = one(said, statement, Vocabulary.FORMER_HOLDER);
        return Optional.of(new Holding(
                statement,
                holder,
                side(quads, holder),
                former,
                former == null ? null : side(quads, former),
                bounds(said, statement, Vocabulary.EARLIEST_FROM, Vocabulary.LATEST_FROM),
                bounds(said, statement, Vocabulary.EARLIEST_UNTIL, Vocabulary.LATEST_UNTIL),
                bounds(said, statement, Vocabulary.EARLIEST_AS_OF, Vocabulary.LATEST_AS_OF),
                event(events, one(said, statement, Vocabulary.FROM_EVENT)),
                event(events, one(said, statement, Vocabulary.UNTIL_EVENT))));
    }

    private static boolean isFact(Graph said, Node statement) {
        return said.contains(statement, Vocabulary.CERTAINTY.asNode(), CERTAIN)
                && said.contains(statement, Vocabulary.POLARITY.asNode(), POSITIVE)
                && !said.contains(statement, Vocabulary.TENSE.asNode(), FUTURE);
    }

    /** Those who fight their own state are a side of their own. */
    private static String side(DatasetGraph quads, Node holder) {
        Graph entities = quads.getGraph(NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH));
        Node code = one(entities, holder, Vocabulary.ACTOR_CODE);
        String actor = code == null ? holder.getURI() : code.getLiteralLexicalForm();
        Matcher ofState = OF_STATE.matcher(actor);
        return ofState.matches() ? ofState.group(1) : actor;
    }

    private static @Nullable Node event(Graph events, @Nullable Node report) {
        return report == null ? null : one(events, report, Vocabulary.REPORTS);
    }

    static Bounds bounds(Graph graph, Node node, Property first, Property last) {
        return new Bounds(day(graph, node, first), day(graph, node, last));
    }

    private static @Nullable String day(Graph graph, Node node, Property property) {
        Node day = one(graph, node, property);
        return day == null ? null : day.getLiteralLexicalForm();
    }

    static @Nullable Node one(Graph graph, Node subject, Property property) {
        return graph.stream(subject, property.asNode(), Node.ANY)
                .map(Triple::getObject)
                .min(Comparator.comparing(Node::toString))
                .orElse(null);
    }
}
