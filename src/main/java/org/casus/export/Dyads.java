package org.casus.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.extraction.EventType;
import org.jspecify.annotations.Nullable;

/** Who does what to whom, added up: one edge from a source to a target for cooperation, and one for conflict. */
public final class Dyads {
    private final Map<String, EventParty> parties = new TreeMap<>();
    private final Map<Key, Edge> edges = new TreeMap<>();

    private record Key(String source, String target, boolean conflict) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return id().compareTo(other.id());
        }

        private String id() {
            return source + " " + target + " " + conflict;
        }
    }

    /** All events of one sign from one party to another. */
    public static final class Edge {
        private final EventParty source;
        private final EventParty target;
        private final boolean conflict;
        private final Map<EventType, Integer> types = new EnumMap<>(EventType.class);
        private double intensity;
        private long articles;
        private @Nullable String first;
        private @Nullable String last;

        private Edge(EventParty source, EventParty target, boolean conflict) {
            this.source = source;
            this.target = target;
            this.conflict = conflict;
        }

        private void add(EventRecord event) {
            types.merge(event.type(), 1, Integer::sum);
            intensity += event.intensity();
            articles += event.articles();
            event.day().ifPresent(day -> first = first == null || day.compareTo(first) < 0 ? day : first);
            event.lastKnownDay().ifPresent(day -> last = last == null || day.compareTo(last) > 0 ? day : last);
        }

        public EventParty source() {
            return source;
        }

        public EventParty target() {
            return target;
        }

        public boolean conflict() {
            return conflict;
        }

        /** The number of events. */
        public int weight() {
            return types.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** The mean of the events' intensities on PLOVER's scale, from -10 to 10. */
        double meanIntensity() {
            return Math.round(intensity / weight() * 100) / 100.0;
        }

        /** Such as {@code ACCUSE 2, ASSAULT 1}. */
        String types() {
            return types.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
        }

        long articles() {
            return articles;
        }

        Optional<String> first() {
            return Optional.ofNullable(first);
        }

        Optional<String> last() {
            return Optional.ofNullable(last);
        }
    }

    static Optional<String> leavesOut(EventRecord event) {
        if (!event.happened()) {
            return Optional.of("no report says that it happened");
        }
        return event.source() == null || event.target() == null
                ? Optional.of("without two parties that are known")
                : Optional.empty();
    }

    /** False where an event has no place in a network. */
    public boolean add(EventRecord event) {
        EventParty source = event.source();
        EventParty target = event.target();
        if (source == null || target == null || !event.happened()) {
            return false;
        }
        parties.putIfAbsent(source.iri(), source);
        parties.putIfAbsent(target.iri(), target);
        boolean conflict = event.type().quad().isConflict();
        edges.computeIfAbsent(new Key(source.iri(), target.iri(), conflict), key -> new Edge(source, target, conflict))
                .add(event);
        return true;
    }

    /** In the order of their IRIs. */
    public Iterable<EventParty> parties() {
        return parties.values();
    }

    public Iterable<Edge> edges() {
        return edges.values();
    }
}
