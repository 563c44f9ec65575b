package org.casus.store;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Stores one batch after another on a thread of its own, many in one transaction, while the next is made. */
final class BatchWriter implements AutoCloseable {
    /** Statements of a transaction; those of an article wait in memory for the indexes, 60 bytes each. */
    private static final int TRANSACTION = 3_000_000;

    private static final PutReport NOTHING = new PutReport(0, 0, 0, List.of());
    private static final List<PreparedGraph> END = List.of();
    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private final EventStore store;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
            .setNameFormat("storing-%d")
            .setDaemon(true)
            .build());
    private final BlockingQueue<List<PreparedGraph>> queue = new ArrayBlockingQueue<>(1);
    private @Nullable Future<PutReport> stored;
    /** Of the thread that stores. */
    private boolean ended;

    BatchWriter(EventStore store) {
        this.store = store;
    }

    /** Takes over a batch that is without fault, as soon as the one before the last is stored. */
    void put(List<PreparedGraph> batch) {
        if (batch.isEmpty()) {
            return;
        }
        if (stored == null) {
            stored = thread.submit(this::storeAll);
        }
        hand(batch, stored);
        if (stored.isDone()) {
            await(); // Only a fault ends it before the end.
        }
    }

    /** Waits until all is stored, and says what came of it. */
    PutReport await() {
        if (stored == null) {
            return NOTHING;
        }
        Future<PutReport> last = stored;
        hand(END, last);
        stored = null;
        try {
            return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(last));
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNull(failed.getCause());
            Throwables.throwIfUnchecked(cause);
            throw new IllegalStateException(cause);
        }
    }

    /**
     * Until it is taken, or nobody is there any more to take it. No interrupt ends it: the thread that stores would
     * wait for the end within its transaction, and the store could not be closed.
     */
    private void hand(List<PreparedGraph> batch, Future<PutReport> taker) {
        while (!taker.isDone() && !queue.offer(batch)) {
            Uninterruptibles.sleepUninterruptibly(A_MOMENT);
        }
    }

    private PutReport storeAll() {
        PutReport report = NOTHING;
        for (List<PreparedGraph> next = take(); !next.isEmpty(); next = take()) {
            List<PreparedGraph> batch = next;
            report = report.plus(
                    areKnown(batch)
                            ? new PutReport(0, 0, batch.size(), List.of())
                            : store.changeMuch(dataset -> store(batch, new ArticleGraphs(dataset.asDatasetGraph()))));
        }
        ended = false;
        return report;
    }

    /** The next batch; none once there was none. */
    private List<PreparedGraph> take() {
        List<PreparedGraph> batch = ended ? END : Uninterruptibles.takeUninterruptibly(queue);
        ended = batch.isEmpty();
        return batch;
    }

    private boolean areKnown(List<PreparedGraph> batch) {
        return store.read(dataset -> batch.stream().allMatch(new ArticleGraphs(dataset.asDatasetGraph())::isKnown));
    }

    /** A batch and those that follow, as many as one transaction takes, or until somebody waits for its end. */
    private PutReport store(List<PreparedGraph> first, ArticleGraphs graphs) {
        PutReport report = NOTHING;
        long statements = 0;
        List<PreparedGraph> batch = first;
        while (!batch.isEmpty()) {
            report = report.plus(graphs.put(batch));
            statements += batch.stream().mapToLong(PreparedGraph::statements).sum();
            batch = statements < TRANSACTION && !store.isAwaited() ? take() : END;
        }
        return report;
    }

    /** Ends when what is being stored has been. */
    @Override
    public void close() {
        if (stored != null) {
            hand(END, stored);
        }
        thread.shutdown();
        Uninterruptibles.awaitTerminationUninterruptibly(thread);
    }
}
