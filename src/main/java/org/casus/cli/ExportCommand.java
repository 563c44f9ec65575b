package org.casus.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus export}: writes a store's graphs. */
@Command(
        name = "export",
        description = "Writes the graphs of a store; the same content is always the same bytes.",
        footer = {
            "%nExamples:",
            "  casus export --format nquads -o events.nq",
            "  casus export --graph events --graph entities",
        })
final class ExportCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "trig (the default), turtle, nquads, ntriples, jsonld or rdfxml.")
    private ExportFormat format = ExportFormat.TRIG;

    @Option(
            names = "--graph",
            paramLabel = "GRAPH",
            description = "articles, entities, events, vocabulary, runs, or the id of an article; may be given"
                    + " more than once (default: all but the runs).")
    private List<String> graphs = new ArrayList<>();

    @Option(names = "--with-runs", description = "Write also when each article was ingested.")
    private boolean withRuns;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write (default: standard output).")
    private @Nullable Path file;

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (EventStore store = storeOption.open()) {
            if (file == null) {
                try (OutputStream out = new TextOutput(spec.commandLine().getOut())) {
                    store.export(format, names(), out);
                }
            } else {
                write(store, file);
            }
        }
        return ExitCode.DONE;
    }

    private List<String> names() {
        if (!withRuns) {
            return graphs;
        }
        List<String> names =
                new ArrayList<>(graphs.isEmpty() ? List.of("articles", "entities", "events", "vocabulary") : graphs);
        names.add("runs");
        return names;
    }

    /** A file that was there is replaced only when all is written. */
    private void write(EventStore store, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                store.export(format, names(), out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
