package org.casus.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Says on standard error how far a run has come: a bar on a terminal, elsewhere one plain line a minute. */
final class Progress implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Duration BLINK = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final String what;
    private final DoubleSupplier done;
    private final @Nullable ProgressBar bar;
    private final Instant began = Instant.now();
    private Instant said = began;

    private Progress(PrintWriter err, String what, DoubleSupplier done, @Nullable ProgressBar bar) {
        this.err = err;
        this.what = what;
        this.done = done;
        this.bar = bar;
    }

    static Progress to(PrintWriter err, String what) {
        return to(err, what, () -> 0);
    }

    /** @param done asked now and then which part of the work is done, 0 to 1; 0 where nobody knows */
    static Progress to(PrintWriter err, String what, DoubleSupplier done) {
        // Java 17 cannot tell; the launcher can.
        boolean terminal = Boolean.getBoolean("casus.terminal");
        return new Progress(
                err,
                what,
                done,
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
            if (Duration.between(said, Instant.now()).compareTo(BLINK) >= 0) {
                said = Instant.now();
                bar.setExtraMessage(left(Duration.between(began, said), done.getAsDouble()));
            }
        } else if (Duration.between(said, Instant.now()).compareTo(SILENCE) >= 0) {
            said = Instant.now();
            Duration since = Duration.between(began, said);
            String left = left(since, done.getAsDouble());
            err.printf(
                    "casus: %d %s, %.1f a second%s%n",
                    count, what, count * 1000.0 / since.toMillis(), left.isEmpty() ? "" : ", " + left);
        }
    }

    /** What the rest takes if it goes on as it went; empty where that is not known or not worth saying yet. */
    static String left(Duration since, double done) {
        if (done <= 0 || since.compareTo(BLINK) < 0) {
            return "";
        }
        long minutes = Math.round(since.toSeconds() * (1 / Math.min(1, done) - 1) / 60);
        if (minutes < 1) {
            return "less than a minute left";
        }
        return minutes < 120
                ? "about %d min left".formatted(minutes)
                : "about %d h left".formatted((minutes + 30) / 60);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
