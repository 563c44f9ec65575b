package org.casus.fusion;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.extraction.TerritorialStatement.Relation;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Events that change who holds a land -> from when until when each held it. What is derived stands beside what was
 * said, points to it and to its events, and follows from the stored articles alone.
 */
final class ControlIntervals {
    /** What is said of the ground. An annexation is a claim: who has the land on the ground may be another. */
    private static final Set<Node> HELD = Stream.of(
                    Relation.CONTROLS, Relation.OCCUPIES, Relation.ADMINISTERS, Relation.CEDED, Relation.RETURNED)
            .map(relation -> Vocabulary.relation(relation).asNode())
            .collect(Collectors.toUnmodifiableSet());

    private final DatasetGraph quads;
    private final Graph events;
    private final Graph derived = GraphFactory.createDefaultGraph();

    private ControlIntervals(DatasetGraph quads) {
        this.quads = quads;
        this.events = quads.getGraph(NodeFactory.createURI(Vocabulary.EVENTS_GRAPH));
    }

    /** What follows from a store whose reports were put together to events. */
    static GraphChange following(DatasetGraph quads) {
        ControlIntervals intervals = new ControlIntervals(quads);
        intervals.lands().forEach(intervals::write);
        return GraphChange.between(
                intervals.stored(), intervals.derived.stream().collect(Collectors.toSet()));
    }

    private Set<Triple> stored() {
        return events.stream(Node.ANY, RDF.type.asNode(), Vocabulary.CONTROL_INTERVAL.asNode()).toList().stream()
                .flatMap(typed -> events.stream(typed.getSubject(), Node.ANY, Node.ANY))
                .collect(Collectors.toSet());
    }

    /** Lands that an event gave or took. */
    private Set<Node> lands() {
        Set<Node> lands = new LinkedHashSet<>();
        for (Property change : List.of(Vocabulary.FROM_EVENT, Vocabulary.UNTIL_EVENT)) {
            Iter.toList(quads.find(Node.ANY, Node.ANY, change.asNode(), Node.ANY))
                    .forEach(quad -> quads.find(
                                    quad.getGraph(), quad.getSubject(), Vocabulary.TERRITORY.asNode(), Node.ANY)
                            .forEachRemaining(named -> lands.add(named.getObject())));
        }
        return lands;
    }

    private void write(Node land) {
        List<Holding> said = said(land);
        List<Turn> turns = turns(said);
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            List<Turn> later = turns.subList(i + 1, turns.size());
            turn.gains().values().forEach(gain -> {
                Optional<Turn> end = later.stream()
                        .filter(next -> turn.days().isBefore(next.days()) && next.ends(gain.side()))
                        .findFirst();
                write(land, gain.holder(), Set.of(gain), turn.days(), turn.event(), end.orElse(null));
            });
            writeEarlier(land, turn, turns.subList(0, i), said);
        }
    }

    private List<Holding> said(Node land) {
        Set<Node> statements = new TreeSet<>(Comparator.comparing(Node::toString));
        quads.find(Node.ANY, Node.ANY, Vocabulary.TERRITORY.asNode(), land)
                .forEachRemaining(quad -> statements.add(quad.getSubject()));
        return statements.stream()
                .filter(this::isOfTheGround)
                .flatMap(statement -> Holding.read(quads, events, statement).stream())
                .toList();
    }

    private boolean isOfTheGround(Node statement) {
        return HELD.stream()
                .anyMatch(
                        relation -> quads.getUnionGraph().contains(statement, Vocabulary.RELATION.asNode(), relation));
    }

    private List<Turn> turns(Collection<Holding> said) {
        return said.stream()
                .flatMap(holding -> Stream.of(holding.begunBy(), holding.endedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(event -> Turn.of(event, said, events).stream())
                .sorted(Turn.inTime())
                .toList();
    }

    /** Who is said to have held the land before an event took it, since no event that is told gave it to them. */
    private void writeEarlier(Node land, Turn end, List<Turn> before, List<Holding> said) {
        Set<String> given = new HashSet<>();
        before.forEach(turn -> given.addAll(turn.gains().keySet()));
        Map<String, Set<Holding>> earlier = new TreeMap<>();
        for (Holding holding : said) {
            boolean lost = end.event().equals(holding.endedBy());
            boolean heldUntilThen = holding.begunBy() == null
                    && holding.endedBy() == null
                    && !holding.until().isKnown()
                    && lastSaid(holding).isBefore(end.days())
                    && before.stream()
                            .noneMatch(turn -> lastSaid(holding).isBefore(turn.days()) && turn.ends(holding.side()));
            if (!given.contains(holding.side()) && end.ends(holding.side()) && (lost || heldUntilThen)) {
                earlier.computeIfAbsent(holding.side(), side -> new LinkedHashSet<>())
                        .add(holding);
            }
        }
        earlier.values().forEach(holdings -> writeEarlier(land, holdings, end));
        end.gains().values().stream()
                .filter(gain -> gain.former() != null && !given.contains(gain.formerSide()))
                .filter(gain -> !earlier.containsKey(gain.formerSide()) && end.ends(String.valueOf(gain.formerSide())))
                .forEach(gain -> write(
                        land, Objects.requireNonNull(gain.former()), Set.of(gain), Holding.Bounds.NONE, null, end));
    }

    private void writeEarlier(Node land, Set<Holding> holdings, Turn end) {
        Holding named = holdings.iterator().next();
        Holding.Bounds from = holdings.stream()
                .map(Holding::from)
                .filter(Holding.Bounds::isKnown)
                .findFirst()
                .orElse(Holding.Bounds.NONE);
        write(land, named.holder(), holdings, from, null, end);
    }

    private static Holding.Bounds lastSaid(Holding holding) {
        return holding.asOf().isKnown() ? holding.asOf() : holding.from();
    }

    private void write(
            Node land,
            Node holder,
            Set<Holding> said,
            Holding.Bounds from,
            @Nullable Node begunBy,
            @Nullable Turn end) {
        String content = Stream.of(land, holder, begunBy, end == null ? null : end.event())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        Node node = EventGraph.mint("control", content);
        derived.add(node, RDF.type.asNode(), Vocabulary.CONTROL_INTERVAL.asNode());
        derived.add(node, Vocabulary.TERRITORY.asNode(), land);
        derived.add(node, Vocabulary.HOLDER.asNode(), holder);
        said.forEach(holding -> derived.add(node, EventChange.DERIVED, holding.statement()));
        writeDay(node, Vocabulary.EARLIEST_FROM, from.first());
        writeDay(node, Vocabulary.LATEST_FROM, from.last());
        if (begunBy != null) {
            derived.add(node, Vocabulary.BEGUN_BY.asNode(), begunBy);
        }
        if (end != null) {
            derived.add(node, Vocabulary.ENDED_BY.asNode(), end.event());
            writeDay(node, Vocabulary.EARLIEST_UNTIL, end.days().first());
            writeDay(node, Vocabulary.LATEST_UNTIL, end.days().last());
        }
    }

    private void writeDay(Node node, Property property, @Nullable String day) {
        if (day != null) {
            derived.add(node, property.asNode(), NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
        }
    }
}
