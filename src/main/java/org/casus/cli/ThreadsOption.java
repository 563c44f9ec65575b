package org.casus.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** On how many threads a command reads articles. */
final class ThreadsOption {
    @Option(names = "--threads", paramLabel = "N", description = "As many as the machine has cores unless told.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    int threads() {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads is %d; at least 1 is needed".formatted(threads));
        }
        return threads;
    }
}
