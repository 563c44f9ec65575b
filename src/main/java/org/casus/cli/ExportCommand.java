package org.casus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casus.export.DatasetDescription;
import org.casus.export.EventExport;
import org.casus.export.Nanopublications;
import org.casus.export.Profile;
import org.casus.store.EventStore;
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
            "  casus export --format csv --profile polecat -o events.csv",
            "  casus export --format nquads --split 1000000 --gzip -o parts",
        })
final class ExportCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = {
                "The graph: trig (the default), turtle, nquads, ntriples, jsonld, rdfxml.",
                "Its events: csv, jsonl (tables), graphml, gexf (networks), geojson (maps), timeline (TimelineJS), ical.",
                "nanopub: each claim with what it stands on. void: what the store holds, in VoID and DCAT."
            })
    private TakeAway format = TakeAway.TRIG;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description =
                    "The columns of csv and jsonl: casus (the default: all that is known), gdelt, acled, polecat.")
    private @Nullable Profile profile;

    @Option(
            names = "--licence",
            paramLabel = "IRI",
            description = "The licence that nanopub and void name (default: they name none).")
    private @Nullable String licence;

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
        refuseNonsense(scope);
        try (EventStore store = storeOption.openToRead()) {
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

    private void refuseNonsense(Scope scope) {
        boolean wholeGraphs = !graphs.isEmpty() || withRuns;
        if (wholeGraphs && format.rdf() == null) {
            throw wrong("--graph and --with-runs are for RDF");
        } else if (wholeGraphs && !scope.isWhole()) {
            throw wrong("--graph and --with-runs are for whole graphs, the other choices for what lies in them");
        } else if (format == TakeAway.VOID && !scope.isWhole()) {
            throw wrong("void describes a store as a whole");
        } else if (profile != null && format != TakeAway.CSV && format != TakeAway.JSONL) {
            throw wrong("--profile is for csv and jsonl");
        } else if (licence != null && format != TakeAway.VOID && format != TakeAway.NANOPUB) {
            throw wrong("--licence is for nanopub and void");
        } else if (split != null && !format.isSplittable()) {
            throw wrong("--split is for RDF, nanopub, csv and jsonl");
        } else if (file == null && (gzip || split != null)) {
            throw wrong("--gzip and --split need a place to write to: -o");
        } else if (split != null && split < 1) {
            throw wrong("--split must be 1 or more");
        }
    }

    private OutputFiles files(Path place) throws IOException {
        return split == null ? OutputFiles.one(place, gzip) : OutputFiles.many(place, split, format.extension(), gzip);
    }

    private void write(EventStore store, Scope scope, ExportTarget target) throws IOException {
        if (format.rdf() != null && scope.isWhole()) {
            store.export(format.rdf(), names(), target);
        } else if (format.rdf() != null) {
            store.export(format.rdf(), scope, target);
        } else if (format.events() != null) {
            Profile columns = profile == null ? Profile.CASUS : profile;
            tell(new EventExport(format.events(), columns).write(store, scope, target));
        } else if (format == TakeAway.NANOPUB) {
            new Nanopublications(licence).write(store, scope, target);
        } else {
            try (OutputStream out = target.next()) {
                new DatasetDescription(licence).write(store, out);
            }
        }
    }

    private void tell(Map<String, Long> leftOut) {
        leftOut.forEach((reason, count) -> spec.commandLine()
                .getErr()
                .printf("casus: %d %s left out: %s%n", count, count == 1 ? "event" : "events", reason));
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
