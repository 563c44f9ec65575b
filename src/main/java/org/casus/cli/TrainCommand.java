package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.casus.classification.Training;
import org.casus.classification.TrainingReport;
import org.casus.extraction.EventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus train}: training sentences into the weights of the classifier. */
@Command(
        name = "train",
        description = {
            "Trains the classifier on sentences with their labels, and says how often it is right on lemmas "
                    + "that it has not seen. The weights are part of the program: build it again to use them."
        },
        footer = {"%nExample:", "  casus train src/main/training"})
final class TrainCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            defaultValue = "src/main/training",
            description = "Where the sentences are, as *.tsv (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            defaultValue = "src/main/resources/org/casus/classification/classifier.weights",
            description = "Where to write the weights (default: ${DEFAULT-VALUE}).")
    private Path weights = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        TrainingReport report;
        Set<String> types =
                Arrays.stream(EventType.values()).map(EventType::name).collect(Collectors.toSet());
        try (Progress progress = Progress.to(spec.commandLine().getErr(), "sentences")) {
            report = Training.run(folder, types, weights, progress::reached);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-12s%9s%9s%11s%n", "type", "wanted", "recall", "precision");
        for (Map.Entry<String, TrainingReport.Row> row : report.rows().entrySet()) {
            TrainingReport.Row of = row.getValue();
            out.printf("%-12s%9d%9.2f%11.2f%n", row.getKey(), of.wanted(), of.recall(), of.precision());
        }
        out.printf(
                "%n%d sentences; %.3f right on lemmas not seen; calibration error %.3f at temperature %.2f%n",
                report.answers().size(), report.accuracy(), report.calibrationError(), report.temperature());
        return ExitCode.DONE;
    }
}
