package org.casus.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus rejected}: what the last build could not take in, and why. */
@Command(
        name = "rejected",
        description = "Lists what the last build rejected: the reason, and the fault with its file and line.",
        footer = {
            "%nTo try again, build the same inputs: what is stored and unchanged is not read again.",
            "%nExample:",
            "  casus rejected --reason malformed"
        })
final class RejectedCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--reason", paramLabel = "REASON", description = "Only what was rejected for this reason.")
    private String reason = "";

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        storeOption.open().close();
        Optional<Path> log = RunLog.lastRejected(storeOption.folder());
        if (log.isPresent()) {
            print(log.get(), spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }

    private void print(Path log, PrintWriter out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode fault = JSON.readTree(line);
                if (reason.isEmpty() || fault.path("reason").asText().equals(reason)) {
                    out.printf(
                            "%s\t%s%n",
                            fault.path("reason").asText(), fault.path("fault").asText());
                }
            }
        }
    }
}
