package org.casus.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds how many queries run at once; who finds no place in good time is told to come again. */
final class RunningQueries {
    /** So long, or the page would fail where a few read it at once. */
    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore places;

    RunningQueries(int most, MeterRegistry metrics) {
        places = new Semaphore(most, true);
        Gauge.builder("casus.queries.running", places, free -> most - free.availablePermits())
                .description("Queries that run now")
                .register(metrics);
    }

    boolean enter() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }
}
