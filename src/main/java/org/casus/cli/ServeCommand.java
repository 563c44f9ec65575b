package org.casus.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.casus.server.EventServer;
import org.casus.store.EventStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus serve}: answers SPARQL over HTTP until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Answers SPARQL queries over HTTP, for this machine alone, until Ctrl-C.",
            "A page to browse the graph is not there yet."
        },
        footer = {"%nExample:", "  casus serve --port 3030"})
final class ServeCommand implements Callable<Integer> {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Option(names = "--port", paramLabel = "N", description = "The port; 0 takes one that is free (default: 3030).")
    private int port = 3030;

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try (EventStore store = storeOption.open();
                EventServer server = new EventServer(store, port).start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            spec.commandLine().getOut().println("SPARQL at " + server.address() + " (Ctrl-C ends it)");
            spec.commandLine().getOut().flush();
            asked.await();
        } finally {
            closed.countDown();
        }
        return ExitCode.DONE;
    }

    /** Ends {@link #call} and returns when the store is closed, which is what ending the process waits for. */
    void stop() {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
