package org.casus.annotation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How much of the processor one article may take on one thread. The clock would count what other programs do, too. */
final class TimeLimit {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String article;
    private final Duration allowed;
    private final long start = THREADS.getCurrentThreadCpuTime();

    /** Begins now, for this thread. */
    TimeLimit(String article, Duration allowed) {
        this.article = article;
        this.allowed = allowed;
    }

    /** @throws AnnotationException when the time is up */
    void check() {
        if (THREADS.getCurrentThreadCpuTime() - start > allowed.toNanos()) {
            throw new AnnotationException(article, "it takes more than " + allowed.toSeconds() + " s of the processor");
        }
    }
}
