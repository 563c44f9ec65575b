package org.casus.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;

/** Holds how many queries run at once; who finds no place is told to come again. */
final class RunningQueries {
    private final Semaphore places;

    RunningQueries(int most, MeterRegistry metrics) {
        places = new Semaphore(most);
        Gauge.builder("casus.queries.running", places, free -> most - free.availablePermits())
                .description("Queries that run now")
                .register(metrics);
    }

    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }
}
