package org.casus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.casus.article.ArticleReader;
import org.casus.pipeline.IngestReport;
import org.casus.pipeline.LocalIngest;
import org.casus.pipeline.Pipeline;
import org.casus.pipeline.PipelineSettings;
import org.casus.store.EventStore;
import org.casus.store.StoreStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus build}: articles into a store. */
@Command(
        name = "build",
        description = "Reads articles, extracts and links what they say, and stores it as a graph.",
        footer = {"%nExample:", "  casus build examples/articles"})
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Option(
            names = "--reannotate",
            description = "Run the language models on every article, whatever is kept of it; without this, a change of"
                    + " rules or tables makes graphs anew from what the models said before.")
    private boolean reannotate;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        int threads = input.threads();
        ArticleReader reader = input.reader();
        // A fault in a user's table is told before there is a store.
        PipelineSettings settings = models.settings();
        Supplier<Pipeline> pipeline = settings.onDemand();
        Instant now = Instant.now();
        try (EventStore store = EventStore.open(storeOption.folder());
                RunLog log = new RunLog(storeOption.folder(), now)) {
            LocalIngest ingest = new LocalIngest(reader, pipeline, settings.fingerprint(), store, now, reannotate);
            Interrupt interrupt = new Interrupt(ingest::stop);
            try {
                IngestReport report = ingest(ingest, reader, threads, log);
                log.write(report, store);
                print(out, report, store.stats());
                out.flush();
                return exitCode(report);
            } finally {
                interrupt.close();
            }
        }
    }

    private static int exitCode(IngestReport report) {
        if (report.stopped()) {
            return ExitCode.FAILED;
        }
        return report.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
    }

    private IngestReport ingest(LocalIngest ingest, ArticleReader reader, int threads, RunLog log) {
        PrintWriter err = spec.commandLine().getErr();
        double size = reader.size(input.inputs()).orElse(0);
        DoubleSupplier done = () -> size == 0 ? 0 : reader.bytesRead() / size;
        try (Progress progress = Progress.to(err, "articles", done)) {
            return ingest.run(input.inputs(), threads, progress::reached, fault -> {
                err.println("casus: " + fault.fault());
                log.reject(fault);
            });
        }
    }

    private void print(PrintWriter out, IngestReport report, StoreStatistics stats) {
        if (report.stopped()) {
            long kept = (long) report.stored().added() + report.stored().replaced();
            spec.commandLine().getErr().printf("casus: stopped with %d stored; run the same again to go on%n", kept);
        }
        StatsCommand.line(out, "read", report.read());
        StatsCommand.line(out, "  added", report.stored().added());
        StatsCommand.line(out, "  replaced", report.stored().replaced());
        StatsCommand.line(out, "  unchanged", report.stored().unchanged());
        if (report.repeated() > 0) {
            StatsCommand.line(out, "  repeated", report.repeated());
        }
        if (report.undated() > 0) {
            StatsCommand.line(out, "without a date", report.undated());
        }
        if (report.annotations().reused() > 0) {
            StatsCommand.line(out, "annotations reused", report.annotations().reused());
        }
        if (report.annotations().damaged() > 0) {
            StatsCommand.line(out, "annotations damaged", report.annotations().damaged());
        }
        report.rejected().forEach((reason, count) -> StatsCommand.line(out, "  rejected: " + reason, count));
        StatsCommand.line(out, "tied as copies", report.fusion().copies());
        StatsCommand.line(out, "tokens a second", RunLog.tokensPerSecond(report));
        out.printf("%-23s%9.1f%n%nin the store%n", "seconds", report.seconds());
        StatsCommand.print(stats, out);
        Path folder = storeOption.folder();
        String where = folder.equals(Path.of("casus-data")) ? "" : " --store " + folder;
        out.printf(
                "%nTry next:%n  ./casus query events/timeline%s%n  ./casus query territory/status%s%n", where, where);
    }
}
