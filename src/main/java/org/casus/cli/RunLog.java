package org.casus.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.article.Reading;
import org.casus.pipeline.IngestReport;
import org.casus.store.EventStore;
import org.casus.store.RunRecord;
import org.jspecify.annotations.Nullable;

/** What became of a run, kept in the folder {@code runs} of its store: a report, and each rejection as it comes. */
final class RunLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "runs";
    private static final String REPORT = ".json";
    private static final String REJECTED = ".rejected.jsonl";

    private final Instant started;
    private final Path folder;
    private final String name;
    private @Nullable Writer rejected;

    RunLog(Path store, Instant started) {
        this.started = started;
        this.folder = store.resolve(FOLDER);
        // A colon is no part of a file's name everywhere.
        this.name = started.toString().replace(':', '-');
    }

    void reject(Reading.Rejected fault) {
        try {
            if (rejected == null) {
                Files.createDirectories(folder);
                rejected = Files.newBufferedWriter(folder.resolve(name + REJECTED));
            }
            Map<String, String> line = new LinkedHashMap<>();
            line.put("id", fault.id());
            line.put("reason", fault.reason());
            line.put("fault", fault.fault());
            rejected.write(JSON.writeValueAsString(line) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** Keeps the report of the run, its counts in the store too. */
    void write(IngestReport report, EventStore store) {
        try {
            String version = new Version().getVersion()[0];
            store.recordRun(new RunRecord(Instant.now(), version, counts(report)));
            Files.createDirectories(folder);
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(folder.resolve(name + REPORT).toFile(), content(report, version));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private Map<String, Object> content(IngestReport report, String version) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("started", started.toString());
        content.put("ended", Instant.now().toString());
        content.put("version", version);
        content.put("stopped", report.stopped());
        content.put("read", report.read());
        content.put("added", report.stored().added());
        content.put("replaced", report.stored().replaced());
        content.put("unchanged", report.stored().unchanged());
        content.put("repeated", report.repeated());
        content.put("undated", report.undated());
        content.put("annotationsReused", report.annotations().reused());
        content.put("annotationsDamaged", report.annotations().damaged());
        content.put("copies", report.fusion().copies());
        content.put("rejected", report.rejected());
        content.put("rejections", rejected == null ? null : name + REJECTED);
        content.put("seconds", report.seconds());
        content.put("secondsOfFloors", secondsOfFloors(report));
        content.put("tokens", report.tokens());
        content.put("tokensPerSecond", tokensPerSecond(report));
        return content;
    }

    private static Map<String, Long> counts(IngestReport report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("read", report.read());
        counts.put("added", (long) report.stored().added());
        counts.put("replaced", (long) report.stored().replaced());
        counts.put("unchanged", (long) report.stored().unchanged());
        counts.put("repeated", report.repeated());
        report.rejected().forEach((reason, count) -> counts.put("rejected-" + reason, (long) count));
        return counts;
    }

    static long tokensPerSecond(IngestReport report) {
        return report.seconds() > 0 ? Math.round(report.tokens() / report.seconds()) : 0;
    }

    private static Map<String, Double> secondsOfFloors(IngestReport report) {
        Map<String, Double> seconds = new TreeMap<>();
        report.nanos().forEach((floor, nanos) -> seconds.put(floor.name().toLowerCase(Locale.ROOT), nanos / 1e9));
        return seconds;
    }

    /** What the last run over a store rejected; nothing where no run rejected anything. */
    static Optional<Path> lastRejected(Path store) {
        Path folder = store.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<String> last = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(REPORT))
                    .max(String::compareTo)
                    .map(file -> file.substring(0, file.length() - REPORT.length()));
            return last.map(run -> folder.resolve(run + REJECTED)).filter(Files::exists);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    @Override
    public void close() {
        if (rejected != null) {
            try {
                rejected.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write to " + folder, e);
            }
        }
    }
}
