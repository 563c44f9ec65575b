package org.casus.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which articles a command reads, and on how many threads. */
final class InputOptions {
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files or folders of articles.")
    private List<Path> inputs = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "As many as the machine has cores unless told.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    List<Path> inputs() {
        return inputs;
    }

    int threads() {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads is %d; at least 1 is needed".formatted(threads));
        }
        return threads;
    }
}
