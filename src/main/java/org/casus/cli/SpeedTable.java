package org.casus.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** The lines of {@code casus bench}: what a part of the work took over all articles. */
final class SpeedTable {
    private static final String COLUMNS = "%-16s %10s %10s %11s%n";

    private final PrintWriter out;
    private final int articles;

    SpeedTable(PrintWriter out, int articles) {
        this.out = out;
        this.articles = articles;
    }

    void head() {
        out.printf(Locale.ROOT, COLUMNS, "floor", "seconds", "tokens/s", "ms/article");
    }

    void row(String name, long tokens, long nanos) {
        // A floor that is too fast for the clock has a speed all the same.
        double seconds = Math.max(nanos, 1) / 1e9;
        out.printf(
                Locale.ROOT,
                COLUMNS,
                name,
                "%.2f".formatted(seconds),
                "%.0f".formatted(tokens / seconds),
                "%.1f".formatted(seconds * 1000 / articles));
        out.flush();
    }
}
