package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOptionsTest {
    @TempDir
    private Path folder;

    private Path news;
    private Path own;

    @BeforeEach
    void writeNews() throws IOException {
        news = folder.resolve("news.jsonl");
        own = folder.resolve("own.tsv");
        Files.writeString(news, """
                {"id": "one", "text": "Kenya accused Somalia of shelling a border town."}
                {"id": "two", "text": "Peru zonked Chile."}
                """);
    }

    private CommandRun extract(String... options) {
        return CommandRun.of(
                List.of(List.of("extract", "--explain"), List.of(options), List.of(news.toString())).stream()
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    @Test
    @Tag("models")
    void readsByTheTableAloneAndTheUsersRowsWhenAsked() throws IOException {
        Files.writeString(own, "zonk/v\t-\tREJECT\tmeet\t120\t-\tsubj\tobj\tPeru zonked Chile.\n");

        CommandRun table =
                extract("--no-classifier", "--predicates", own.toString()).ends(ExitCode.DONE);

        assertThat(table.out()).contains("predicates.tsv:").doesNotContain("classifier=");
        assertThat(table.out().lines()).last().asString().contains("own.tsv:1 zonk", "\"type\":\"REJECT\"");
    }

    @Test
    void namesTheLineOfAFaultInAUsersTable() throws IOException {
        Files.writeString(own, "# mine\nzonk/v\t-\tREJECT\n");
        extract("--predicates", own.toString()).fails(ExitCode.FAILED, "casus: " + own + ":2: 3 columns, not 9");

        Files.writeString(own, "zonk/v\t-\tREJET\t-\t120\t-\tsubj\tobj\tPeru zonked Chile.\n");
        extract("--predicates", own.toString()).fails(ExitCode.FAILED, "casus: " + own + ":1: no event type REJET");
    }

    @Test
    void saysThatAUsersTableIsMissing() {
        extract("--no-classifier", "--predicates", own.toString())
                .fails(ExitCode.FAILED, "casus: " + own + ": no such file or folder");
    }

    @Test
    void buildSaysSoBeforeItMakesAStore() throws IOException {
        Path store = folder.resolve("store");
        Files.writeString(own, "zonk\t-\tREJECT\t-\t120\t-\tsubj\tobj\tPeru zonked Chile.\n");

        CommandRun.of("build", "--store", store.toString(), "--predicates", own.toString(), news.toString())
                .fails(ExitCode.FAILED, "casus: " + own + ":1: not lemma/v, lemma/n or lemma/a: zonk");
        assertThat(store).doesNotExist();
    }

    @Test
    void wantsAFileAfterPredicates() {
        CommandRun run = CommandRun.of("extract", news.toString(), "--predicates");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).hasLineCount(1).contains("--predicates");
    }
}
