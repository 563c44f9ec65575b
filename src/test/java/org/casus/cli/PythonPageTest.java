package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.export.OtherTools;
import org.casus.pipeline.ExampleStore;
import org.casus.server.EventServer;
import org.casus.server.ServerSettings;
import org.casus.store.EventStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/python.md} writes in Python and in R runs, over the store of the examples and what is exported of
 * it.
 */
@Tag("models")
class PythonPageTest {
    private static final Path PAGE = Path.of("docs/python.md");

    @TempDir
    private Path dir;

    @Test
    void pythonRuns() throws Exception {
        Optional<String> python = OtherTools.pythonWith("networkx", "pandas", "rdflib", "SPARQLWrapper");
        assumeThat(python)
                .as("Python with networkx, pandas, rdflib and SPARQLWrapper on this machine")
                .isPresent();

        String printed = printed("python", python.orElseThrow());

        assertThat(printed)
                .as("the table")
                .containsPattern("AZE +ASSAULT +\\d")
                .as("the graph, with rdflib")
                .contains("Armenia | ACCUSE | Armenia accused Azerbaijan")
                .as("the endpoint, with SPARQLWrapper")
                .contains("type,events,reports")
                .as("the network")
                .containsPattern("Azerbaijan -> Armenia \\d");
    }

    @Test
    void rRuns() throws Exception {
        assumeThat(OtherTools.runs("Rscript", "-e", "library(httr)"))
                .as("R with httr on this machine")
                .isTrue();

        assertThat(printed("r", "Rscript")).contains("ASSAULT", "saidToHaveHappened");
    }

    private String printed(String language, String interpreter) throws IOException, InterruptedException {
        Path copy = ExampleStore.copy(dir.resolve("store"));
        for (String export : new String[] {"csv events.csv", "nquads all.nq", "graphml network.graphml"}) {
            String[] words = export.split(" ");
            String file = dir.resolve(words[1]).toString();
            CommandRun.of("export", "--store", copy.toString(), "--format", words[0], "-o", file)
                    .ends(ExitCode.DONE);
        }
        try (EventStore store = EventStore.openExisting(copy);
                EventServer server = new EventServer(store, ServerSettings.local(0)).start()) {
            String script = blocks(language)
                    .replace("http://localhost:3030", "http://127.0.0.1:" + server.port())
                    .replace("\"queries/", "\"" + Path.of("queries").toAbsolutePath() + "/");
            Path file = Files.writeString(dir.resolve("script." + language), script);
            return OtherTools.printed(dir, interpreter, file.toString());
        }
    }

    private static String blocks(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }
}
