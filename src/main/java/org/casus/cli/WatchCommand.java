package org.casus.cli;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.casus.article.ArticleReader;
import org.casus.article.FeedFetcher;
import org.casus.article.FetchReport;
import org.casus.pipeline.IngestReport;
import org.casus.pipeline.LocalIngest;
import org.casus.pipeline.Pipeline;
import org.casus.store.EventStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus watch}: builds what is new in folders and feeds, again and again, until it is stopped. */
@Command(
        name = "watch",
        description = "Builds what is new in folders and feeds, again and again, until Ctrl-C.",
        footer = {"%nExample:", "  casus watch news/ https://example.org/world.rss --every 15m"})
final class WatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR|FEED", arity = "1..*", description = "Folders of articles, and addresses of feeds.")
    private List<String> watched = List.of();

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = FetchOptions.Time.class,
            defaultValue = "15m",
            description = "How long to wait between two looks, as 30s, 15m, 2h (default: 15m).")
    private Duration every = Duration.ofMinutes(15);

    @Option(names = "--once", description = "Look once, then end; exit code 1 says that something could not be read.")
    private boolean once;

    @Mixin
    private FetchOptions fetching = new FetchOptions();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<Path, FileTime> built = new HashMap<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile @Nullable LocalIngest running;
    /** Set where something could not be read, which a later look may find mended. */
    private boolean rejected;

    @Override
    public Integer call() throws InterruptedException {
        Supplier<Pipeline> pipeline = Suppliers.memoize(models.settings().onDemand()::get);
        try (EventStore store = EventStore.open(storeOption.folder())) {
            Interrupt interrupt = new Interrupt(this::stop);
            try {
                do {
                    look(store, pipeline);
                } while (!once && !asked.await(every.toMillis(), TimeUnit.MILLISECONDS));
                return once && rejected ? ExitCode.REJECTED_INPUT : ExitCode.DONE;
            } finally {
                interrupt.close();
            }
        }
    }

    private void stop() {
        asked.countDown();
        LocalIngest now = running;
        if (now != null) {
            now.stop();
        }
    }

    private void look(EventStore store, Supplier<Pipeline> pipeline) {
        fetch();
        Map<Path, FileTime> fresh = fresh();
        if (!fresh.isEmpty()) {
            IngestReport report = ingest(fresh.keySet().stream().sorted().toList(), store, pipeline);
            if (!report.stopped()) {
                built.putAll(fresh);
            }
            rejected |= !report.rejected().isEmpty();
            tell(report);
        }
    }

    private IngestReport ingest(List<Path> inputs, EventStore store, Supplier<Pipeline> pipeline) {
        PrintWriter err = spec.commandLine().getErr();
        Instant now = Instant.now();
        LocalIngest ingest =
                new LocalIngest(new ArticleReader(), pipeline, models.settings().fingerprint(), store, now);
        running = ingest;
        try (RunLog log = new RunLog(storeOption.folder(), now)) {
            IngestReport report = ingest.run(inputs, threads.threads(), read -> {}, fault -> {
                err.println("casus: " + fault.fault());
                log.reject(fault);
            });
            log.write(report, store);
            return report;
        } finally {
            running = null;
        }
    }

    private void tell(IngestReport report) {
        PrintWriter out = spec.commandLine().getOut();
        int rejected =
                report.rejected().values().stream().mapToInt(count -> count).sum();
        out.printf(
                "%s read %d, added %d, replaced %d, rejected %d%n",
                Instant.now(),
                report.read(),
                report.stored().added(),
                report.stored().replaced(),
                rejected);
        out.flush();
    }

    /** The files that are new or were written to since they were built; a folder that cannot be read has none today. */
    private Map<Path, FileTime> fresh() {
        Map<Path, FileTime> files = new HashMap<>();
        for (Path place : places()) {
            try {
                files.putAll(Watch.files(place));
            } catch (UncheckedIOException gone) {
                rejected = true;
                spec.commandLine().getErr().println("casus: " + gone.getMessage());
            }
        }
        files.keySet().removeIf(file -> file.getFileName().toString().startsWith("."));
        files.entrySet().removeIf(file -> file.getValue().equals(built.get(file.getKey())));
        return files;
    }

    private List<Path> places() {
        List<Path> places = new ArrayList<>(watched.stream()
                .filter(name -> !FeedFetcher.isAddress(name))
                .map(Path::of)
                .toList());
        if (Files.isDirectory(fetched())) {
            places.add(fetched());
        }
        return places;
    }

    private Path fetched() {
        return storeOption.folder().resolve("fetched");
    }

    private void fetch() {
        List<URI> feeds =
                watched.stream().filter(FeedFetcher::isAddress).map(URI::create).toList();
        if (feeds.isEmpty()) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            FetchReport report = new FeedFetcher(fetched(), fetching.pause())
                    .fetch(feeds, Instant.now(), fault -> err.println("casus: " + fault));
            rejected |= report.failed() > 0;
            PrintWriter out = spec.commandLine().getOut();
            out.println(FetchCommand.words(report));
            out.flush();
        } catch (IOException fault) {
            // The disk may have room again at the next look.
            rejected = true;
            err.println("casus: cannot fetch: " + fault.getMessage());
        }
    }
}
