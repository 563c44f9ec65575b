package org.casus.cli;

import com.google.common.base.Suppliers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.casus.article.ArticleReader;
import org.casus.pipeline.IngestReport;
import org.casus.pipeline.LocalIngest;
import org.casus.pipeline.Pipeline;
import org.casus.server.EventServer;
import org.casus.server.ServerSettings;
import org.casus.store.EventStore;
import org.casus.store.QueryLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code casus serve}: answers SPARQL over HTTP until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Serves a page to browse the graph, and SPARQL over HTTP, until Ctrl-C.",
            "For this machine alone and read-only, unless told otherwise."
        },
        footer = {"%nExample:", "  casus serve --port 3030"})
final class ServeCommand implements Callable<Integer> {
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable LocalIngest reading;

    @Option(names = "--port", paramLabel = "N", description = "The port; 0 takes one that is free (default: 3030).")
    private int port = 3030;

    @Option(names = "--everywhere", description = "Listens on all addresses, not on this machine's own alone.")
    private boolean everywhere;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "The longest that a query may take (default: 10).")
    private long timeout = ServerSettings.LONGEST_QUERY.toSeconds();

    @Option(names = "--rows", paramLabel = "N", description = "The most rows of an answer (default: 100000).")
    private long rows = ServerSettings.MOST_ROWS;

    @Option(names = "--queries", paramLabel = "N", description = "The most queries at once (default: 16).")
    private int queries = ServerSettings.MOST_QUERIES;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "Whose pages may read: an origin, * (the default) or none.")
    private String cors = "*";

    @Option(
            names = "--passwords",
            paramLabel = "FILE",
            description = "Asks everybody for a name and a password of this file, a line \"name: password\" for each.")
    private @Nullable Path passwords;

    @Option(names = "--writable", description = "Takes SPARQL updates at /update; needs --passwords.")
    private boolean writable;

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description =
                    "Serves HTTPS with the key in this file (PKCS #12); its password stands in CASUS_TLS_PASSWORD.")
    private @Nullable Path keyStore;

    @Option(names = "--access-log", paramLabel = "FILE", description = "Notes each request, without what was asked.")
    private @Nullable Path accessLog;

    @Option(
            names = "--with-models",
            description = "Loads the language models and reads articles posted to /api/extract.")
    private boolean withModels;

    @Option(
            names = "--article-timeout",
            paramLabel = "SECONDS",
            description = "The longest that an article posted to /api/extract may take (default: 60).")
    private long articleTimeout = ServerSettings.LONGEST_EXTRACTION.toSeconds();

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "Reads what is new in a folder of articles, and stores it while it serves.")
    private @Nullable Path watched;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        // Reading the tables takes longer than all else, and who only answers needs none.
        Supplier<Pipeline> pipeline = Suppliers.memoize(
                readsArticles()
                        ? models.settings().pipeline()::get
                        : () -> models.settings().pipeline().get());
        ServerSettings settings = settings(pipeline);
        try (EventStore store = opened();
                EventServer server = new EventServer(store, settings).start();
                Watch watch = watching(store, pipeline)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            out.println("the page is at " + server.page() + ", SPARQL at " + server.address() + " (Ctrl-C ends it)");
            out.flush();
            watch.start(asked::completeExceptionally);
            asked.join();
        } finally {
            closed.countDown();
        }
        return ExitCode.DONE;
    }

    private EventStore opened() {
        if (watched != null) {
            return EventStore.open(storeOption.folder());
        }
        return writable ? storeOption.open() : storeOption.openToRead();
    }

    private boolean readsArticles() {
        return withModels || watched != null;
    }

    private ServerSettings settings(Supplier<Pipeline> pipeline) {
        if (writable && passwords == null) {
            throw new ParameterException(spec.commandLine(), "--writable needs --passwords");
        } else if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is %d; ports are 0 to 65535".formatted(port));
        }
        // Before the tables are read: who changes one meanwhile is not told that it was read with the change.
        String fingerprint = withModels ? models.fingerprint() : "";
        return new ServerSettings(
                port,
                everywhere,
                new QueryLimits(Duration.ofSeconds(timeout), rows),
                queries,
                cors.equals("none") ? "" : cors,
                passwords,
                writable,
                keyStore == null ? null : new ServerSettings.Tls(keyStore, tlsPassword()),
                accessLog,
                withModels
                        ? new ServerSettings.Extraction(
                                new PostedArticle(pipeline.get())::extract,
                                fingerprint,
                                Duration.ofSeconds(articleTimeout))
                        : null);
    }

    private String tlsPassword() {
        String password = System.getenv("CASUS_TLS_PASSWORD");
        if (password == null) {
            throw new ParameterException(spec.commandLine(), "--tls needs the key's password in CASUS_TLS_PASSWORD");
        }
        return password;
    }

    private Watch watching(EventStore store, Supplier<Pipeline> pipeline) {
        PrintWriter err = spec.commandLine().getErr();
        return new Watch(watched, files -> read(files, store, pipeline), fault -> err.println("casus: " + fault));
    }

    private void read(List<Path> files, EventStore store, Supplier<Pipeline> pipeline) {
        PrintWriter err = spec.commandLine().getErr();
        LocalIngest ingest =
                new LocalIngest(new ArticleReader(), pipeline, models.settings().fingerprint(), store, Instant.now());
        reading = ingest;
        if (asked.isDone()) {
            return;
        }
        IngestReport report = ingest.run(files, 1, count -> {}, fault -> err.println("casus: " + fault.fault()));
        err.printf(
                "casus: read %d, added %d, replaced %d%n",
                report.read(), report.stored().added(), report.stored().replaced());
        err.flush();
    }

    /** Ends {@link #call} and returns when the store is closed, which is what ending the process waits for. */
    void stop() {
        asked.complete(null);
        LocalIngest now = reading;
        if (now != null) {
            now.stop();
        }
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
