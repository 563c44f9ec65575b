package org.casus.cli;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.casus.fusion.EventFusion;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.casus.store.ImportReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus import}: an export back into a store. */
@Command(
        name = "import",
        description =
                "Reads exports of a store, N-Quads (.nq) or TriG (.trig), each also gzipped, into a store, which is"
                        + " made where there is none. Each article is checked against the shapes; events are put together anew.",
        footer = {"%nExample:", "  casus import all.nq.gz --store copy"})
final class ImportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "What to read; of a folder, the .nq, .trig, .nq.gz and .trig.gz in it; - for standard input.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--replace",
            description = "Let an article take the place of a stored one of other content, which is otherwise kept.")
    private boolean replace;

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Whether the store was made here, and nothing came of it. */
    private boolean inVain;

    @Override
    public Integer call() throws IOException {
        boolean isNew = Files.notExists(storeOption.folder());
        AtomicBoolean stopped = new AtomicBoolean();
        Interrupt interrupt = new Interrupt(() -> stopped.set(true));
        try {
            ImportReport report = read(isNew, stopped::get);
            spec.commandLine().getOut().flush();
            return exitCode(report);
        } finally {
            if (inVain && Files.exists(storeOption.folder())) {
                MoreFiles.deleteRecursively(storeOption.folder(), RecursiveDeleteOption.ALLOW_INSECURE);
            }
            interrupt.close();
        }
    }

    private static int exitCode(ImportReport report) {
        if (report.stopped()) {
            return ExitCode.FAILED;
        }
        return report.faults() == 0 ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
    }

    private ImportReport read(boolean isNew, BooleanSupplier stopping) throws IOException {
        try (EventStore store = EventStore.open(storeOption.folder())) {
            // What cannot be opened, or not be counted, may hold what somebody needs.
            try {
                ImportReport report = read(store, stopping);
                inVain = isNew && report.isInVain() && store.stats().articles() == 0;
                return report;
            } catch (IOException | RuntimeException | Error fault) {
                inVain = isNew && store.stats().articles() == 0;
                throw fault;
            }
        }
    }

    private ImportReport read(EventStore store, BooleanSupplier stopping) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ImportReport report = store.read(inputs, replace, stopping, fault -> err.println("casus: " + fault));
        new EventFusion().fuse(store);
        if (report.articles().changed()) {
            store.optimise();
        }
        if (report.stopped()) {
            long kept = (long) report.articles().added() + report.articles().replaced();
            err.printf("casus: stopped with %d articles stored; run the same again to go on%n", kept);
        } else {
            print(report, store);
        }
        return report;
    }

    private void print(ImportReport report, EventStore store) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d statements read; %d articles added, %d replaced, %d unchanged%n",
                report.statements(),
                report.articles().added(),
                report.articles().replaced(),
                report.articles().unchanged());
        if (report.articles().added() == store.stats().articles()
                && !report.events().equals(events(store))) {
            out.println("the events differ from those in the files: this version puts them together otherwise,"
                    + " or the files hold a part of a store");
        }
    }

    private static HashCode events(EventStore store) throws IOException {
        try (HashingOutputStream hash = new HashingOutputStream(Hashing.sha256(), OutputStream.nullOutputStream())) {
            store.export(ExportFormat.NTRIPLES, List.of("events"), hash);
            return hash.hash();
        }
    }
}
