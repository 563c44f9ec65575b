package org.casus.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** The reading of a file of millions of lines: shows how far it is, and ends in good order on Ctrl-C. */
final class LongReading implements AutoCloseable {
    private final PrintWriter err;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Interrupt interrupt = new Interrupt(() -> stopped.set(true));
    private final Progress progress;

    /** @param err where progress and faults are told */
    LongReading(PrintWriter err) {
        this.err = err;
        progress = Progress.to(err, "lines");
    }

    boolean isStopped() {
        return stopped.get();
    }

    void reached(long lines) {
        progress.reached(lines);
    }

    void tell(String fault) {
        err.println("casus: " + fault);
    }

    @Override
    public void close() {
        progress.close();
        interrupt.close();
    }
}
