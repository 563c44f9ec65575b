package org.casus.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.casus.store.EventStore;
import org.casus.store.StoreStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code casus stats}: counts what a store holds. */
@Command(
        name = "stats",
        description = "Counts what a store holds.",
        footer = {"%nExample:", "  casus stats --store casus-data"})
final class StatsCommand implements Callable<Integer> {
    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (EventStore store = storeOption.openToRead()) {
            print(store.stats(), spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }

    static void print(StoreStatistics stats, PrintWriter out) {
        line(out, "articles", stats.articles());
        line(out, "events", stats.events());
        stats.eventsByType().forEach((type, count) -> line(out, "  " + type, count));
        line(out, "reports of events", stats.reports());
        line(out, "actors", stats.actors());
        line(out, "territories", stats.territories());
        line(out, "territorial statements", stats.territorialStatements());
        line(out, "offices held", stats.officeHoldings());
        line(out, "statements", stats.statements());
        line(out, "quads", stats.quads());
    }

    /** A count and what it counts, in the columns that every command prints counts in. */
    static void line(PrintWriter out, String what, long count) {
        out.printf("%-23s%9d%n", what, count);
    }
}
