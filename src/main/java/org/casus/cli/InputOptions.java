package org.casus.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which articles a command reads, and on how many threads. */
final class InputOptions {
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files or folders of articles.")
    private List<Path> inputs = List.of();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    List<Path> inputs() {
        return inputs;
    }

    int threads() {
        return threads.threads();
    }
}
