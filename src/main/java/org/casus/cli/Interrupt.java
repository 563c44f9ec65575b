package org.casus.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C while something runs: asks it to end, and keeps the process alive until it has ended. */
final class Interrupt implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    Interrupt(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            try {
                ended.await();
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process is already on its way out, and the hook has what it waits for.
        }
    }
}
