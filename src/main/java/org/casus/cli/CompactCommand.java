package org.casus.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.casus.store.CompactReport;
import org.casus.store.DiskUse;
import org.casus.store.EventStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code casus compact}: a store on less disk. */
@Command(
        name = "compact",
        description =
                "Writes a store anew without what was replaced or forgotten, and says what disk it took and takes."
                        + " Killed over it, the store is as it was.",
        footer = {"%nExample:", "  casus compact --store casus-data"})
final class CompactCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1 << 20;

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (EventStore store = storeOption.open()) {
            CompactReport report = store.compact();
            long quads = Math.max(1, store.stats().quads());
            out.printf("%-23s%12s%12s%n", "megabytes", "before", "after");
            DiskUse before = report.before();
            DiskUse after = report.after();
            line(out, "quads", before.quads(), after.quads());
            line(out, "full-text index", before.search(), after.search());
            line(out, "annotations", before.annotations(), after.annotations());
            out.printf("%-23s%12d%12d%n", "bytes a quad", before.quads() / quads, after.quads() / quads);
        }
        return ExitCode.DONE;
    }

    private static void line(PrintWriter out, String what, long before, long after) {
        out.printf("%-23s%12.1f%12.1f%n", what, before / MEGABYTE, after / MEGABYTE);
    }
}
