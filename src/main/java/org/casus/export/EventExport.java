package org.casus.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.store.EventStore;
import org.casus.store.ExportTarget;
import org.casus.store.Scope;
import org.jspecify.annotations.Nullable;

/** Writes the events of a store for other programs; the same content is always the same bytes. */
public final class EventExport {
    private final EventFormat format;
    private final Profile profile;
    private final Map<String, Long> leftOut = new TreeMap<>();

    /** @param profile the columns of a table */
    public EventExport(EventFormat format, Profile profile) {
        this.format = format;
        this.profile = profile;
    }

    /** Writes what lies in a scope; how many events were left out, by the reason. */
    public Map<String, Long> write(EventStore store, Scope scope, ExportTarget target) {
        store.read(dataset -> {
            try {
                EventReader reader = new EventReader(dataset);
                if (format.isNetwork()) {
                    leftOut.putAll(new Network(reader, scope, network(target.next())).write());
                } else {
                    write(reader.events(scope).iterator(), target);
                }
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            return true;
        });
        return leftOut;
    }

    private void write(Iterator<EventRecord> events, ExportTarget target) throws IOException {
        EventSink sink = null;
        long written = 0;
        while (events.hasNext()) {
            EventRecord event = events.next();
            Optional<String> reason = reason(event);
            if (reason.isPresent()) {
                leftOut.merge(reason.get(), 1L, Long::sum);
                continue;
            }
            if (sink != null && format.isTable() && written == target.limit()) {
                sink.close();
                sink = null;
                written = 0;
            }
            sink = sink == null ? open(target.next()) : sink;
            sink.add(event);
            written++;
        }
        // What holds nothing is a file all the same.
        opened(sink, target).close();
    }

    private EventSink opened(@Nullable EventSink sink, ExportTarget target) throws IOException {
        return sink == null ? open(target.next()) : sink;
    }

    private Optional<String> reason(EventRecord event) {
        return switch (format) {
            case CSV, JSONL -> profile.leavesOut(event);
            case GEOJSON ->
                event.place() == null || !event.place().hasPoint()
                        ? Optional.of("no place with coordinates")
                        : Optional.empty();
            case GRAPHML, GEXF -> throw new IllegalStateException(format + " is a network");
            case TIMELINE, ICAL -> event.day().isEmpty() ? Optional.of("no day") : Optional.empty();
        };
    }

    private NetworkSink network(OutputStream out) throws IOException {
        return format == EventFormat.GEXF ? new Gexf(out) : new GraphMl(out);
    }

    private EventSink open(OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvTable(out, profile);
            case JSONL -> new JsonLines(out, profile);
            case GRAPHML, GEXF -> throw new IllegalStateException(format + " is a network");
            case GEOJSON -> new GeoJson(out);
            case TIMELINE -> new TimelineJson(out);
            case ICAL -> new Calendar(out);
        };
    }
}
