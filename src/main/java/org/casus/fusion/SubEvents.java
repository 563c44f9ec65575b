package org.casus.fusion;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.casus.extraction.EventType;
import org.casus.extraction.Factuality;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are parts of named events: those of its parties, within its time. Where its time is told loosely, an
 * article must tell of both.
 */
final class SubEvents {
    static final Node HAS_SUB_EVENT = NodeFactory.createURI("http://semanticweb.cs.vu.nl/2009/11/sem/hasSubEvent");
    private static final Set<EventType> VIOLENT = Set.of(EventType.ASSAULT, EventType.COERCE);
    /** In days. */
    private static final int MONTH = 31;

    private static final Node REPORTS = Vocabulary.REPORTS.asNode();
    private static final Node POSITIVE =
            Vocabulary.polarity(Factuality.Polarity.POSITIVE).asNode();
    private static final Node FUTURE = Vocabulary.tense(Factuality.Tense.FUTURE).asNode();

    private final DatasetGraph quads;
    private final Graph events;
    private final KnownEntities entities;
    private final Map<Integer, List<Node>> byDay = new HashMap<>();
    private final Map<Node, Act> acts = new HashMap<>();

    SubEvents(DatasetGraph quads) {
        this.quads = quads;
        this.events = quads.getGraph(NodeFactory.createURI(Vocabulary.EVENTS_GRAPH));
        this.entities = new KnownEntities(quads, new Words());
    }

    /** An event as the graph of events has it. */
    private record Act(
            Node event,
            @Nullable EventType type,
            boolean named,
            @Nullable Days days,
            @Nullable String source,
            @Nullable String target) {
        /** In days; one without days is part of nothing. */
        int length() {
            return days == null ? 0 : days.last() - days.first() + 1;
        }

        boolean isWithin(Act whole) {
            return days != null
                    && whole.days != null
                    && whole.days.first() <= days.first()
                    && days.last() <= whole.days.last()
                    && (named ? length() < whole.length() : length() <= whole.length());
        }

        /** Of both sides to each other; where one side is not told, of who acts, if the time is told closely. */
        boolean hasPartiesOf(Act whole) {
            if (source == null) {
                return false;
            }
            if (whole.source == null || whole.target == null || target == null || whole.source.equals(whole.target)) {
                return whole.days != null && whole.days.isExact() && source.equals(whole.source);
            }
            return source.equals(whole.source)
                    ? target.equals(whole.target)
                    : source.equals(whole.target) && target.equals(whole.source);
        }
    }

    /** What follows from events that came, changed or went. */
    GraphChange following(Collection<Node> changed) {
        Set<Triple> before = new LinkedHashSet<>();
        Set<Node> wholes = new LinkedHashSet<>();
        NavigableSet<Integer> days = new TreeSet<>();
        for (Node event : changed) {
            events.find(event, HAS_SUB_EVENT, Node.ANY).forEachRemaining(before::add);
            for (Triple part : events.find(Node.ANY, HAS_SUB_EVENT, event).toList()) {
                before.add(part);
                wholes.add(part.getSubject());
            }
            Integer first = day(event, Vocabulary.FIRST_DAY);
            if (first != null) {
                days.add(first);
            }
        }
        for (Node named : events.find(Node.ANY, RDF.type.asNode(), Vocabulary.NAMED_EVENT.asNode())
                .mapWith(Triple::getSubject)
                .toList()) {
            if (changed.contains(named) || reaches(act(named), days)) {
                wholes.add(named);
            }
        }
        Set<Triple> after = new LinkedHashSet<>();
        for (Node whole : wholes) {
            events.find(whole, HAS_SUB_EVENT, Node.ANY).forEachRemaining(before::add);
            parts(act(whole)).forEach(part -> after.add(Triple.create(whole, HAS_SUB_EVENT, part)));
        }
        return GraphChange.between(before, after);
    }

    private static boolean reaches(Act named, NavigableSet<Integer> days) {
        Days time = named.days();
        if (time == null) {
            return false;
        }
        Integer next = days.ceiling(time.first());
        return next != null && next <= time.last();
    }

    private Stream<Node> parts(Act whole) {
        if (!whole.named() || whole.days() == null || !VIOLENT.contains(whole.type())) {
            return Stream.empty();
        }
        Stream<Node> candidates = whole.length() <= MONTH
                ? IntStream.rangeClosed(whole.days().first(), whole.days().last())
                        .boxed()
                        .flatMap(day -> byDay.computeIfAbsent(day, this::on).stream())
                : toldWith(whole.event()).stream();
        return candidates
                .map(this::act)
                .filter(act -> !act.event().equals(whole.event())
                        && VIOLENT.contains(act.type())
                        && act.isWithin(whole)
                        && act.hasPartiesOf(whole))
                .map(Act::event)
                .filter(this::happened);
    }

    private List<Node> on(int day) {
        return events.find(Node.ANY, Vocabulary.FIRST_DAY.asNode(), date(day))
                .mapWith(Triple::getSubject)
                .toList();
    }

    /** The events of the articles that tell of one. */
    private Set<Node> toldWith(Node event) {
        Set<Node> told = new HashSet<>();
        for (Node report : reports(event)) {
            quads.stream(Node.ANY, report, Vocabulary.IN_ARTICLE.asNode(), Node.ANY)
                    .map(Quad::getObject)
                    .toList()
                    .forEach(article -> told.addAll(toldIn(article)));
        }
        return told;
    }

    private List<Node> toldIn(Node article) {
        return quads.stream(Node.ANY, Node.ANY, Vocabulary.IN_ARTICLE.asNode(), article)
                .map(Quad::getSubject)
                .toList()
                .stream()
                .flatMap(report -> events.stream(report, REPORTS, Node.ANY))
                .map(Triple::getObject)
                .toList();
    }

    private List<Node> reports(Node event) {
        return events.find(Node.ANY, REPORTS, event).mapWith(Triple::getSubject).toList();
    }

    private boolean happened(Node event) {
        return reports(event).stream()
                .anyMatch(report -> quads.contains(Node.ANY, report, Vocabulary.POLARITY.asNode(), POSITIVE)
                        && !quads.contains(Node.ANY, report, Vocabulary.TENSE.asNode(), FUTURE));
    }

    private Act act(Node event) {
        return acts.computeIfAbsent(event, this::read);
    }

    private Act read(Node event) {
        Integer first = day(event, Vocabulary.FIRST_DAY);
        Integer last = day(event, Vocabulary.LAST_DAY);
        Node type = value(event, Vocabulary.EVENT_TYPE);
        return new Act(
                event,
                type == null ? null : EventType.valueOf(type.getURI().substring(Vocabulary.PLOVER.length())),
                events.contains(event, RDF.type.asNode(), Vocabulary.NAMED_EVENT.asNode()),
                first == null || last == null ? null : new Days(first, last, true),
                side(value(event, Vocabulary.SOURCE)),
                side(value(event, Vocabulary.TARGET)));
    }

    /** The state on whose side a party is; one that only an article describes may be on any. */
    private @Nullable String side(@Nullable Node entity) {
        if (entity == null) {
            return null;
        }
        Party party = entities.party(entity, null, null);
        return party.country() == null && party.kind() == Party.Kind.STATE ? entity.getURI() : party.country();
    }

    private @Nullable Integer day(Node event, Property property) {
        Node day = value(event, property);
        return day == null ? null : Integer.valueOf(Times.day(day.getLiteralLexicalForm()));
    }

    private @Nullable Node value(Node event, Property property) {
        return events.stream(event, property.asNode(), Node.ANY)
                .map(Triple::getObject)
                .findFirst()
                .orElse(null);
    }

    private static Node date(int day) {
        return NodeFactory.createLiteralDT(Times.iso(day), XSDDatatype.XSDdate);
    }
}
