package org.casus.store;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/** The indexes of a table, each in files of its own: what is done to all of them is done to several at once. */
final class IndexThreads {
    /** While one waits for the disk two work. */
    private static final int THREADS = 3;

    private IndexThreads() {}

    static List<TupleIndexRecord> indexes(NodeTupleTable table) {
        return Arrays.stream(table.getTupleTable().getIndexes())
                .map(TupleIndexRecord.class::cast)
                .toList();
    }

    /** What is made for each index, on the thread of the transaction, runs on another; all of them have ended then. */
    static void forEach(NodeTupleTable table, Function<TupleIndexRecord, Runnable> task) {
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS,
                new ThreadFactoryBuilder()
                        .setNameFormat("index-%d")
                        .setDaemon(true)
                        .build());
        try {
            List<? extends Future<?>> tasks = indexes(table).stream()
                    .map(index -> threads.submit(task.apply(index)))
                    .toList();
            tasks.forEach(IndexThreads::await);
        } finally {
            threads.shutdown(); // An interrupt would close the files for all who read them.
            Uninterruptibles.awaitTerminationUninterruptibly(threads);
        }
    }

    private static void await(Future<?> task) {
        try {
            Uninterruptibles.getUninterruptibly(task);
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNull(failed.getCause());
            Throwables.throwIfUnchecked(cause);
            throw new IllegalStateException(cause);
        }
    }
}
