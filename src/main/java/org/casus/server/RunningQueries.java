package org.casus.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds how many queries run at once; who finds no place in good time is told to come again. */
final class RunningQueries {
    private final Semaphore places;
    private final Duration patience;

    RunningQueries(int most, Duration patience, MeterRegistry metrics) {
        this.patience = patience;
        places = new Semaphore(most, true);
        Gauge.builder("casus.queries.running", places, free -> most - free.availablePermits())
                .description("Queries that run now")
                .register(metrics);
    }

    boolean enter() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }
}
