package org.casus.annotation;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Nanoseconds that each step of annotation has cost, summed over all threads. */
public final class Timings {
    private final Map<Step, LongAdder> nanos = new EnumMap<>(Step.class);

    Timings() {
        for (Step step : Step.values()) {
            nanos.put(step, new LongAdder());
        }
    }

    /** Nanoseconds spent on each step so far. */
    public Map<Step, Long> nanos() {
        Map<Step, Long> sums = new EnumMap<>(Step.class);
        nanos.forEach((step, sum) -> sums.put(step, sum.sum()));
        return sums;
    }

    /** Begins again from nothing, as after a warm-up. */
    public void reset() {
        nanos.values().forEach(LongAdder::reset);
    }

    <T> T time(Step step, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        adder(step).add(System.nanoTime() - start);
        return result;
    }

    private LongAdder adder(Step step) {
        return nanos.computeIfAbsent(step, absent -> new LongAdder());
    }
}
