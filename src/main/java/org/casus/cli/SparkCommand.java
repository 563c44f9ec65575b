package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.article.ReadingOptions;
import org.casus.spark.EventFile;
import org.casus.spark.SparkIngest;
import org.casus.spark.SparkJob;
import org.casus.spark.SparkReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus spark}: articles to files of N-Quads, on many machines. */
@Command(
        name = "spark",
        description =
                "Reads articles on Apache Spark and writes what they say, and the events that they tell of, as gzipped"
                        + " N-Quads, with a manifest; import takes"
                        + " the folder into a store. Run again on the same folder, it goes on where it ended.",
        footer = {"%nExample:", "  casus spark news/*.jsonl --out run --master local[2]"})
final class SparkCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Files, folders or patterns on any file system of Hadoop, such as s3a://news/2026-*.jsonl.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write, on any of them.")
    private String out = "";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Where to run (default: what spark-submit says, else all cores of this machine).")
    private @Nullable String master;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "How many files to write (default: by the size of the input).")
    private @Nullable Integer partitions;

    @Option(
            names = "--map",
            paramLabel = "KEY=FIELD",
            description = "What a field or a column is called where it has no usual name, as text=story.body.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--no-fusion", description = "Leave the reports as they are; import puts them together to events.")
    private boolean noFusion;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (partitions != null && partitions < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--partitions is %d; at least 1 is needed".formatted(partitions));
        }
        if (!isSparkThere()) {
            throw new IllegalStateException("Spark is not here; mvn -Pspark package -DskipTests brings it, and"
                    + " spark-submit has its own (see docs/scale.md)");
        }
        int parts = partitions == null ? 0 : partitions;
        SparkJob job = new SparkJob(inputs, out, parts, models.settings(), fields(), !noFusion, version());
        SparkReport report = SparkIngest.run(Optional.ofNullable(master), job);
        print(report);
        return report.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
    }

    private Map<String, String> fields() {
        try {
            return new ReadingOptions(List.of(), List.of(), fields).fields();
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), fault.getMessage(), fault);
        }
    }

    private static boolean isSparkThere() {
        return SparkCommand.class.getClassLoader().getResource("org/apache/spark/SparkContext.class") != null;
    }

    private static String version() throws IOException {
        return new Version().getVersion()[0];
    }

    private void print(SparkReport report) {
        PrintWriter to = spec.commandLine().getOut();
        StatsCommand.line(to, "read", report.read());
        StatsCommand.line(to, "  articles", report.articles());
        StatsCommand.line(to, "  repeated", report.repeated());
        report.rejected().forEach((reason, count) -> StatsCommand.line(to, "  rejected: " + reason, count));
        long ofEvents =
                report.events().stream().mapToLong(EventFile::statements).sum();
        StatsCommand.line(to, "quads", report.statements() + ofEvents);
        StatsCommand.line(to, "  of events", ofEvents);
        StatsCommand.line(
                to,
                "files",
                report.parts().size() + report.events().size() + report.table().size());
        to.printf("%-23s%9.1f%n", "seconds", report.seconds());
        if (!report.rejected().isEmpty()) {
            spec.commandLine().getErr().printf("casus: what was rejected, and why, stands in %s/rejected%n", out);
        }
        to.printf("%nTry next:%n  ./casus import %s%n", out);
    }
}
