package org.casus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.casus.store.ExportTarget;
import org.casus.store.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code casus export}: writes what is in a store, for other programs. */
@Command(
        name = "export",
        description = "Writes what is in a store, or a part of it; the same content is always the same bytes.",
        footer = {
            "%nExamples:",
            "  casus export --format nquads -o events.nq.gz",
            "  casus export --around Armenia --hops 2 --since 2022-01-01 --format turtle",
            "  casus export --format nquads --split 1000000 --gzip -o parts",
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

    @Mixin
    private ScopeOptions scopeOptions = new ScopeOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write, compressed where its name ends in .gz; with --split the folder (default:"
                    + " standard output).")
    private @Nullable Path file;

    @Option(
            names = "--split",
            paramLabel = "N",
            description = "Write files of at most N statements each, all readable by themselves, to a new folder.")
    private @Nullable Long split;

    @Option(names = "--gzip", description = "Compress what is written.")
    private boolean gzip;

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Scope scope = scopeOptions.scope();
        if (!scope.isWhole() && (!graphs.isEmpty() || withRuns)) {
            throw wrong("--graph and --with-runs are for whole graphs, the other choices for what lies in them");
        } else if (file == null && (gzip || split != null)) {
            throw wrong("--gzip and --split need a place to write to: -o");
        } else if (split != null && split < 1) {
            throw wrong("--split must be 1 or more");
        }
        try (EventStore store = storeOption.open()) {
            if (file == null) {
                try (OutputStream out = new TextOutput(spec.commandLine().getOut())) {
                    write(store, scope, ExportTarget.of(out));
                }
            } else {
                try (OutputFiles files = files(file)) {
                    write(store, scope, files);
                    files.done();
                }
            }
        }
        return ExitCode.DONE;
    }

    private OutputFiles files(Path place) throws IOException {
        return split == null ? OutputFiles.one(place, gzip) : OutputFiles.many(place, split, format.extension(), gzip);
    }

    private void write(EventStore store, Scope scope, ExportTarget target) {
        if (scope.isWhole()) {
            store.export(format, names(), target);
        } else {
            store.export(format, scope, target);
        }
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

    private ParameterException wrong(String fault) {
        return new ParameterException(spec.commandLine(), fault);
    }
}
