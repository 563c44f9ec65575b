package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.casus.store.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {
    @Test
    void servesUntilItIsStoppedAndThenLetsTheStoreGo(@TempDir Path dir) throws Exception {
        CommandRun.store(dir);
        StringWriter out = new StringWriter();
        ServeCommand serve = new ServeCommand();
        CommandLine commandLine = new CommandLine(serve).setOut(new PrintWriter(out, true));
        CompletableFuture<Integer> served =
                CompletableFuture.supplyAsync(() -> commandLine.execute("--port", "0", "--store", dir.toString()));

        serve.stop();

        assertThat(served.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .matches(
                        "the page is at http://127\\.0\\.0\\.1:\\d+/, SPARQL at http://127\\.0\\.0\\.1:\\d+/sparql .*\\R");
        EventStore.openExisting(dir).close();
    }

    @Test
    void saysThatAPortIsInUse(@TempDir Path dir) throws IOException {
        CommandRun.store(dir);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            CommandRun.of("serve", "--port", port, "--store", dir.toString())
                    .fails(ExitCode.FAILED, "casus: the port is in use: " + port);
        }
    }
}
