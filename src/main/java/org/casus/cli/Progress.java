package org.casus.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Says on standard error how far a run has come: a bar on a terminal, elsewhere one plain line a minute. */
final class Progress implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final PrintWriter err;
    private final String what;
    private final @Nullable ProgressBar bar;
    private final Instant began = Instant.now();
    private Instant said = began;

    private Progress(PrintWriter err, String what, @Nullable ProgressBar bar) {
        this.err = err;
        this.what = what;
        this.bar = bar;
    }

    static Progress to(PrintWriter err, String what) {
        // Java 17 cannot tell; the launcher can.
        boolean terminal = Boolean.getBoolean("casus.terminal");
        return new Progress(
                err,
                what,
                terminal
                        ? new ProgressBarBuilder()
                                .setTaskName(what)
                                .setInitialMax(-1)
                                .setStyle(ProgressBarStyle.ASCII)
                                .showSpeed()
                                .build()
                        : null);
    }

    /** Called with the count of all that is done. */
    void reached(long count) {
        if (bar != null) {
            bar.stepTo(count);
        } else if (Duration.between(said, Instant.now()).compareTo(SILENCE) >= 0) {
            said = Instant.now();
            double seconds = Duration.between(began, said).toMillis() / 1000.0;
            err.printf("casus: %d %s, %.1f a second%n", count, what, count / seconds);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
