package org.casus.server;

import com.google.common.primitives.ImmutableLongArray;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** All events of a store by TDB2's numbers, ascending, with their days counted from 1970-01-01. */
final class EventDays {
    static final Node EVENTS = NodeFactory.createURI(Vocabulary.EVENTS_GRAPH);
    static final int NOTHING = Integer.MIN_VALUE;

    private final long[] events;
    private final int[] first;
    private final int[] last;

    EventDays(QuadIds ids) {
        ImmutableLongArray.Builder found = ImmutableLongArray.builder();
        ids.forEach(
                EVENTS,
                RDF.type.asNode(),
                Vocabulary.EVENT.asNode(),
                (event, type) -> found.add(event.getPtrLocation()));
        events = found.build().toArray();
        Arrays.sort(events);
        first = days(Vocabulary.FIRST_DAY.asNode(), ids);
        last = days(Vocabulary.LAST_DAY.asNode(), ids);
    }

    private int[] days(Node property, QuadIds ids) {
        int[] days = new int[events.length];
        Arrays.fill(days, NOTHING);
        Map<NodeId, Integer> known = new HashMap<>();
        ids.forEach(EVENTS, property, Node.ANY, (event, day) -> {
            int row = Arrays.binarySearch(events, event.getPtrLocation());
            if (row >= 0) {
                days[row] = known.computeIfAbsent(day, unknown -> day(ids.node(unknown)));
            }
        });
        return days;
    }

    /** The day, or {@link #NOTHING} for a month, a year or what is no day. */
    static int day(Node literal) {
        try {
            return Math.toIntExact(
                    LocalDate.parse(literal.getLiteralLexicalForm()).toEpochDay());
        } catch (DateTimeParseException partial) {
            return NOTHING;
        }
    }

    /** How many events there are by the first day of each month that has any, in order. */
    SortedMap<Integer, Integer> months() {
        SortedMap<Integer, Integer> months = new TreeMap<>();
        IntStream.range(0, events.length)
                .map(this::when)
                .filter(day -> day != NOTHING)
                .boxed()
                .collect(Collectors.groupingBy(day -> day, Collectors.summingInt(day -> 1)))
                .forEach((day, count) -> months.merge(
                        Math.toIntExact(
                                LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay()),
                        count,
                        Integer::sum));
        return months;
    }

    /** The latest events of a choice by day, those without a day last. */
    ChosenEvents latest(EventChoice choice, QuadIds ids, int most) {
        long @Nullable [] about = choice.about() == null ? null : about(NodeFactory.createURI(choice.about()), ids);
        long[] rows = IntStream.range(0, events.length)
                .filter(row -> about == null || Arrays.binarySearch(about, events[row]) >= 0)
                .filter(row -> isWithin(row, choice))
                .mapToLong(row -> ((long) when(row) << Integer.SIZE) | row)
                .toArray();
        int found = rows.length;
        if (found > most) {
            Arrays.sort(rows);
            rows = Arrays.copyOfRange(rows, found - most, found);
        }
        long[] chosen =
                Arrays.stream(rows).map(row -> events[(int) row]).sorted().toArray();
        return new ChosenEvents(chosen, found, events.length);
    }

    private static long[] about(Node entity, QuadIds ids) {
        ImmutableLongArray.Builder found = ImmutableLongArray.builder();
        for (Node role :
                new Node[] {Vocabulary.SOURCE.asNode(), Vocabulary.TARGET.asNode(), Vocabulary.PLACE.asNode()}) {
            ids.forEach(EVENTS, role, entity, (event, same) -> found.add(event.getPtrLocation()));
        }
        long[] events = found.build().toArray();
        Arrays.sort(events);
        return events;
    }

    /** An event told only as "by" a day is drawn, and so chosen, at that day. */
    private boolean isWithin(int row, EventChoice choice) {
        if (!choice.isTimed()) {
            return true;
        }
        int end = last[row] == NOTHING ? first[row] : last[row];
        return end != NOTHING
                && (choice.from() == null || end >= choice.from().toEpochDay())
                && (choice.to() == null || when(row) <= choice.to().toEpochDay());
    }

    private int when(int row) {
        return first[row] == NOTHING ? last[row] : first[row];
    }
}
