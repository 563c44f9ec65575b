package org.casus.server;

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
 * write, while the one before is still handed out.
 */
final class EventTable implements AutoCloseable {
    /** While others write, making the document takes one part in so many of a processor. */
    private static final int PARTS = 4;

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
     */
    record Snapshot(long asOf, ByteSource zipped) {
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
        byte[] json = store.read(dataset -> new EventColumns(dataset.asDatasetGraph()).json());
        try {
            Snapshot made = new Snapshot(asOf, ByteSource.wrap(Gzip.of(json)));
            long end = System.nanoTime();
            restedAt = end + (end - start) * (PARTS - 1);
            return made;
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
