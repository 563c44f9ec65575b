package org.casus.server;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.casus.store.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The events of a store as one JSON document, made once for each state of the store: on a thread of its own after a
 * write, while the one before is still handed out. It is kept beside the store, for a server that starts again.
 */
final class EventTable implements AutoCloseable {
    /** While others write, making the document takes one part in so many of a processor. */
    private static final int PARTS = 4;

    /** Counted up where the document changes. */
    private static final String KEPT = "events-1.json.gz";

    private final EventStore store;
    private final ExecutorService maker = Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
            .setNameFormat("events-%d")
            .setDaemon(true)
            .build());
    private @Nullable CompletableFuture<Snapshot> latest;
    private @Nullable Snapshot ready;
    private volatile long restedAt = System.nanoTime();

    EventTable(EventStore store) {
        this.store = store;
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

    /** Begins to make the document, so that the first who asks need not wait for all of it. */
    void warmUp() {
        CompletableFuture<Snapshot> unused = making();
    }

    /** The newest that is ready; the first who asks waits for it. */
    Snapshot snapshot() {
        CompletableFuture<Snapshot> newest = making();
        Snapshot before = ready;
        if (before != null && !newest.isDone()) {
            return before;
        }
        Snapshot made = newest.join();
        ready = made;
        return made;
    }

    private synchronized CompletableFuture<Snapshot> making() {
        if (latest == null || (latest.isDone() && isOutdated(latest))) {
            latest = CompletableFuture.supplyAsync(this::make, maker);
        }
        return latest;
    }

    private boolean isOutdated(CompletableFuture<Snapshot> made) {
        return made.isCompletedExceptionally()
                || (made.join().asOf() != store.changes() && System.nanoTime() - restedAt >= 0);
    }

    private Snapshot make() {
        long start = System.nanoTime();
        long asOf = store.changes();
        Snapshot made = Snapshot.of(asOf, store.kept(KEPT).orElseGet(() -> made(asOf)));
        long end = System.nanoTime();
        restedAt = end + (end - start) * (PARTS - 1);
        return made;
    }

    private byte[] made(long asOf) {
        byte[] json = store.read(dataset -> new EventColumns(dataset.asDatasetGraph()).json());
        try {
            byte[] zipped = Gzip.of(json);
            // Not here, as it waits for a write that is going on.
            maker.execute(() -> store.keep(KEPT, asOf, zipped));
            return zipped;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        maker.shutdown();
        // An interrupted read would close the files of the store.
        Uninterruptibles.awaitTerminationUninterruptibly(maker);
    }
}
