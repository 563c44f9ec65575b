package org.casus.store;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stores one batch after another on a thread of its own, while the next is made. */
final class BatchWriter implements AutoCloseable {
    private static final PutReport NOTHING = new PutReport(0, 0, 0, List.of());

    private final EventStore store;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
            .setNameFormat("storing-%d")
            .setDaemon(true)
            .build());
    private Future<PutReport> last = Futures.immediateFuture(NOTHING);

    BatchWriter(EventStore store) {
        this.store = store;
    }

    /** Takes a batch over as soon as the one before is stored, and says what came of that. */
    PutReport put(List<PreparedGraph> batch) {
        PutReport before = await();
        last = thread.submit(() -> store.putPrepared(batch));
        return before;
    }

    /** Waits until all is stored, and says what came of the last batch; of each it is said once. */
    PutReport await() {
        try {
            return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(last));
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNull(failed.getCause());
            Throwables.throwIfUnchecked(cause);
            throw new IllegalStateException(cause);
        } finally {
            last = Futures.immediateFuture(NOTHING);
        }
    }

    /** Ends when what is being stored has been. */
    @Override
    public void close() {
        thread.shutdown();
        Uninterruptibles.awaitTerminationUninterruptibly(thread);
    }
}
