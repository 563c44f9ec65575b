package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.casus.fusion.EventFusion;
import org.casus.graph.GraphMapper;
import org.casus.store.EventStore;

/** What a command said, and how it ended. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLineRunner(new PrintWriter(out, false), new PrintWriter(err, true)).run(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** Makes a store that holds one article, {@code a-1}, and its event. */
    static Path store(Path folder) {
        try (EventStore store = EventStore.open(folder)) {
            assertThat(store.put(List.of(new GraphMapper().map(ExampleExtraction.linked())))
                            .added())
                    .isEqualTo(1);
            new EventFusion().fuse(store);
        }
        return folder;
    }

    CommandRun fails(int code, String line) {
        assertThat(err).isEqualTo(line + "\n");
        assertThat(exitCode).isEqualTo(code);
        return this;
    }

    CommandRun ends(int code) {
        assertThat(exitCode).as(err).isEqualTo(code);
        return this;
    }
}
