package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.article.FeedFetcher;
import org.casus.article.FetchReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus fetch}: the pages behind feeds, into a crawl that {@code build} reads. */
@Command(
        name = "fetch",
        description =
                "Fetches the articles behind RSS and Atom feeds into a WARC file, each once, as robots.txt allows.",
        footer = {"%nExample:", "  casus fetch https://example.org/world.rss", "  casus build casus-fetched"})
final class FetchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FEED", arity = "1..*", description = "The address of a feed.")
    private List<URI> feeds = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where the WARC goes, and what is remembered of former times (default: ./casus-fetched).")
    private Path folder = Path.of("casus-fetched");

    @Mixin
    private FetchOptions fetching = new FetchOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        for (URI feed : feeds) {
            if (!FeedFetcher.isAddress(feed.toString())) {
                throw new ParameterException(spec.commandLine(), feed + " is no address on the web");
            }
        }
        FetchReport report = new FeedFetcher(folder, fetching.pause())
                .fetch(feeds, Instant.now(), fault -> err.println("casus: " + fault));
        spec.commandLine().getOut().println(words(report));
        return report.failed() == 0 ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
    }

    /** The same in one line. */
    static String words(FetchReport report) {
        return "%d feeds read, %d of them unchanged; %d articles fetched%s, %d failed"
                .formatted(
                        report.feeds(),
                        report.unchanged(),
                        report.pages(),
                        report.crawl() == null ? "" : " into " + report.crawl(),
                        report.failed());
    }
}
