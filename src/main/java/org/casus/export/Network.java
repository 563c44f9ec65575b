package org.casus.export;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.store.Scope;
import org.jspecify.annotations.Nullable;

/** Events to a network, party by party and then pair by pair: the sums of one pair alone are held. */
final class Network {
    private final EventReader reader;
    private final Scope scope;
    private final NetworkSink sink;
    private final Map<String, Long> leftOut = new TreeMap<>();

    Network(EventReader reader, Scope scope, NetworkSink sink) {
        this.reader = reader;
        this.scope = scope;
        this.sink = sink;
    }

    /** Writes it; how many events were left out, by the reason. */
    Map<String, Long> write() throws IOException {
        writeParties();
        sink.endParties();
        writeEdges();
        sink.close();
        return leftOut;
    }

    /** A party is written as the first event tells of it that counts; the others are not read. */
    private void writeParties() throws IOException {
        String written = "";
        for (Iterator<EventReader.Part> parts = reader.parts(scope).iterator(); parts.hasNext(); ) {
            EventReader.Part part = parts.next();
            if (!part.party().equals(written)) {
                EventRecord event = reader.read(part.event());
                if (Dyads.leavesOut(event).isEmpty()) {
                    sink.add(event.party(part.party()).orElseThrow());
                    written = part.party();
                }
            }
        }
    }

    private void writeEdges() throws IOException {
        Dyads pair = new Dyads();
        EventRecord before = null;
        for (Iterator<EventRecord> events = reader.pairs(scope).iterator(); events.hasNext(); ) {
            EventRecord event = events.next();
            Optional<String> reason = Dyads.leavesOut(event);
            if (reason.isPresent()) {
                leftOut.merge(reason.get(), 1L, Long::sum);
                continue;
            }
            if (before != null && !isOfOnePair(before, event)) {
                write(pair);
                pair = new Dyads();
            }
            pair.add(event);
            before = event;
        }
        write(pair);
    }

    private void write(Dyads pair) throws IOException {
        for (Dyads.Edge edge : pair.edges()) {
            sink.add(edge);
        }
    }

    private static boolean isOfOnePair(EventRecord one, EventRecord other) {
        return iri(one.source()).equals(iri(other.source()))
                && iri(one.target()).equals(iri(other.target()));
    }

    private static String iri(@Nullable EventParty party) {
        return party == null ? "" : party.iri();
    }
}
