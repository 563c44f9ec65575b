package org.casus.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same to each of many things on several threads, and hands the results on in the order of the things. */
final class OrderedWorkers<T, R> implements AutoCloseable {
    /** Enough that workers seldom wait while a batch is stored; few enough that Ctrl-C ends soon. */
    private static final int AHEAD = 16;

    private final ExecutorService threads;
    private final int most;
    private final Function<T, R> work;
    private final Consumer<R> results;
    private final Deque<Future<R>> running = new ArrayDeque<>();

    OrderedWorkers(int count, Function<T, R> work, Consumer<R> results) {
        this.work = work;
        this.results = results;
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
        });
        most = count * AHEAD;
    }

    /** Waits while the workers are that far behind, so that memory does not grow with the number of things. */
    void submit(T thing) {
        running.add(threads.submit(() -> work.apply(thing)));
        while (!running.isEmpty()
                && (running.size() >= most || running.element().isDone())) {
            results.accept(result(running.remove()));
        }
    }

    /** Waits for all; the first failure is thrown as it was. */
    void finish() {
        while (!running.isEmpty()) {
            results.accept(result(running.remove()));
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
