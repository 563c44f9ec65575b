package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final String EVENTS = "src/test/resources/evaluation/events.gold.jsonl";
    private static final String EVENTS_EXTRACTED = "src/test/resources/evaluation/events.extracted.jsonl";
    private static final String FACTS = "src/test/resources/evaluation/facts.gold.jsonl";
    private static final String FACTS_EXTRACTED = "src/test/resources/evaluation/facts.extracted.jsonl";

    @Test
    void printsMissesThenATableThenTheFiguresAsJson() {
        CommandRun run = CommandRun.of("evaluate", "--show", "1", "--predicted", EVENTS_EXTRACTED, EVENTS)
                .ends(ExitCode.DONE);

        assertThat(run.out())
                .containsSubsequence(
                        "events.gold.jsonl:6: Peru may yet", "events.gold.jsonl: events\n", "  type  ", "\n{\"type\":");
        assertThat(run.out().lines()).last().asString().endsWith("\"records\":6,\"without_output\":0}");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void scoresEachFileAlone() {
        CommandRun run = CommandRun.of("evaluate", "--predicted", FACTS_EXTRACTED, FACTS, EVENTS)
                .ends(ExitCode.DONE);

        assertThat(run.out().lines().filter(line -> line.startsWith("{"))).hasSize(2);
        assertThat(run.out().lines()).last().asString().endsWith("\"records\":6,\"without_output\":6}");
    }

    @Test
    void saysWhatFactsNeed() {
        CommandRun.of("evaluate", FACTS)
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: facts are of one article; name it with --article, or --predicted"
                                + " (see casus evaluate --help)");
        CommandRun.of("evaluate", "--article", "news.txt", EVENTS)
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: --article goes with facts alone, but the gold is of events"
                                + " (see casus evaluate --help)");
        CommandRun.of("evaluate", "--article", "news.txt", "--predicted", FACTS_EXTRACTED, FACTS)
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: --article is not read where there is --predicted (see casus evaluate --help)");
    }

    @Test
    void saysInOneLineWhereGoldIsBad(@TempDir Path folder) throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.jsonl"), "{\"id\": \"1\", \"want\": {}}\n{\"want\": {}}\n");

        CommandRun.of("evaluate", gold.toString()).fails(ExitCode.FAILED, "casus: " + gold + ":2: no \"id\"");
    }

    @Test
    void namesTheKindsAsTheyAreWritten() {
        CommandRun run =
                CommandRun.of("evaluate", "--as", "places-of-events", EVENTS).ends(ExitCode.WRONG_USE);

        assertThat(run.err()).contains("event-place");
        CommandRun.of("evaluate", "--as", "event-place", EVENTS)
                .fails(ExitCode.FAILED, "casus: " + EVENTS + ":1: no \"verb\"");
    }

    @Test
    @Tag("models")
    void extractsWhatTheGoldIsOf(@TempDir Path folder) throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.jsonl"), """
                {"id": "1", "text": "Norway condemned Chile on Monday.", "events": [{"type": "ACCUSE", "source": "NOR", "target": "CHL"}]}
                {"id": "2", "events": []}
                """);

        CommandRun run = CommandRun.of("evaluate", "--no-classifier", "--threads", "1", gold.toString())
                .ends(ExitCode.REJECTED_INPUT);

        assertThat(run.err()).isEqualTo("casus: " + gold + ":2: no \"text\"\n");
        assertThat(run.out().lines()).last().asString().contains("\"type+country\":{\"p\":1.0,\"r\":1.0,\"f1\":1.0}");
    }
}
