package org.casus.server;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.store.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a store, and of spans of it, as JSON documents, each made once for a state of the store: on a
 * thread of its own after a write, while the one before is still handed out. That of all events is kept beside the
 * store, for a server that starts again.
 */
final class EventTable implements AutoCloseable {
    /** While others write, making documents takes one part in so many of a processor. */
    private static final int PARTS = 4;

    /** More than a page can filter and draw at once, and a reader would wait for. */
    static final int MOST = 100_000;

    /** So many other choices than all are kept, those asked for last, each of some megabytes. */
    private static final int CHOICES = 16;

    /** Counted up where the document changes. */
    private static final String KEPT = "events-2.json.gz";

    private final EventStore store;
    private final int most;
    private final ExecutorService maker = Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
            .setNameFormat("events-%d")
            .setDaemon(true)
            .build());
    private final Document latest = new Document(EventChoice.ALL);
    private final Map<EventChoice, Document> others = new LinkedHashMap<>(CHOICES, 0.75f, true);
    private @Nullable DaysAt days;
    private volatile long restedAt = System.nanoTime();

    EventTable(EventStore store, int most) {
        this.store = store;
        this.most = most;
    }

    /**
     * The document at one state of the store.
     *
     * @param asOf the state, as {@link EventStore#changes} has it
     * @param tag of the content, as that number begins anew with each server
     */
    record Snapshot(long asOf, ByteSource zipped, String tag) {
        static Snapshot of(long asOf, byte[] zipped) {
            String tag = "\"%s\"".formatted(Hashing.sha256().hashBytes(zipped));
            return new Snapshot(asOf, ByteSource.wrap(zipped), tag);
        }

        byte[] plain() throws IOException {
            return new GZIPInputStream(zipped.openStream()).readAllBytes();
        }
    }

    /** The days of all events, as long as they are those of the store. */
    private record DaysAt(long asOf, Object files, EventDays days) {}

    /** Begins to make the document of all events, so that the first who asks need not wait for all of it. */
    void warmUp() {
        CompletableFuture<Snapshot> unused = latest.making();
    }

    /** The newest that is ready; the first who asks waits for it. */
    Snapshot snapshot(EventChoice choice) {
        return choice.equals(EventChoice.ALL)
                ? latest.snapshot()
                : other(choice).snapshot();
    }

    private Document other(EventChoice choice) {
        synchronized (others) {
            Document document = others.computeIfAbsent(choice, Document::new);
            if (others.size() > CHOICES) {
                others.remove(others.keySet().iterator().next());
            }
            return document;
        }
    }

    /** One choice of events, made anew where it is asked for after a write. */
    private final class Document {
        private final EventChoice choice;
        private @Nullable CompletableFuture<Snapshot> newest;
        private @Nullable Snapshot ready;

        Document(EventChoice choice) {
            this.choice = choice;
        }

        Snapshot snapshot() {
            CompletableFuture<Snapshot> making = making();
            Snapshot before = ready;
            if (before != null && !making.isDone()) {
                return before;
            }
            Snapshot made = making.join();
            ready = made;
            return made;
        }

        synchronized CompletableFuture<Snapshot> making() {
            if (newest == null || (newest.isDone() && isOutdated(newest))) {
                newest = CompletableFuture.supplyAsync(() -> make(choice), maker);
            }
            return newest;
        }
    }

    private boolean isOutdated(CompletableFuture<Snapshot> made) {
        return made.isCompletedExceptionally()
                || (made.join().asOf() != store.changes() && System.nanoTime() - restedAt >= 0);
    }

    private Snapshot make(EventChoice choice) {
        long start = System.nanoTime();
        long asOf = store.changes();
        Snapshot made = Snapshot.of(asOf, kept(choice, asOf));
        long end = System.nanoTime();
        restedAt = end + (end - start) * (PARTS - 1);
        return made;
    }

    private byte[] kept(EventChoice choice, long asOf) {
        if (!choice.equals(EventChoice.ALL)) {
            return made(choice, asOf);
        }
        return store.kept(KEPT).orElseGet(() -> {
            byte[] made = made(choice, asOf);
            // Not here, as it waits for a write that is going on.
            maker.execute(() -> store.keep(KEPT, asOf, made));
            return made;
        });
    }

    private byte[] made(EventChoice choice, long asOf) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.read(dataset -> {
            DatasetGraph quads = dataset.asDatasetGraph();
            QuadIds ids = new QuadIds(quads);
            EventDays all = days(asOf, ids);
            ChosenEvents chosen = all.latest(choice, ids, most);
            try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
                new EventColumns(quads, ids, all, chosen).write(zipped);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            return true;
        });
        return bytes.toByteArray();
    }

    /** Within a read, on the one thread that makes documents. */
    private EventDays days(long asOf, QuadIds ids) {
        if (days == null || days.asOf() != asOf || days.files() != ids.files()) {
            days = new DaysAt(asOf, ids.files(), new EventDays(ids));
        }
        return days.days();
    }

    @Override
    public void close() {
        maker.shutdown();
        // An interrupted read would close the files of the store.
        Uninterruptibles.awaitTerminationUninterruptibly(maker);
    }
}
