package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BuildAndExtractTest {
    @TempDir
    private Path folder;

    private Path news;

    @BeforeEach
    void writeNews() throws IOException {
        news = folder.resolve("news.jsonl");
        Files.writeString(news, """
                {"id": "one", "text": "Kenya accused Somalia of shelling a border town.", "date": "2024-03-05"}
                no json
                {"id": 3, "text": "It rained in Oslo."}
                {"id": "four", "text": "\\"We condemn this raid,\\" Chile said."}
                """);
    }

    @Test
    @Tag("models")
    void extractsOneLineForEachRecordInTheOrderOfTheInput() {
        CommandRun run = CommandRun.of("extract", "--threads", "2", "--explain", news.toString());

        List<String> lines = run.out().lines().toList();
        assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED_INPUT);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .startsWith("{\"id\":\"one\"")
                .contains("\"type\":\"ACCUSE\"", "predicates.tsv:", "classifier=");
        assertThat(lines.get(1)).contains("\"rejected\":", "news.jsonl:2: ");
        assertThat(lines.get(2)).startsWith("{\"id\":\"3\"").contains("\"events\":[]");
        assertThat(lines.get(3)).startsWith("{\"id\":\"four\"");
        assertThat(run.err()).contains("news.jsonl:2: ").doesNotContain("\tat ");
    }

    @Test
    @Tag("models")
    void hasAServerReadThatHasItsModelsLoaded() throws Exception {
        String store = CommandRun.store(folder.resolve("served")).toString();
        StringWriter out = new StringWriter();
        ServeCommand serve = new ServeCommand();
        CommandLine commandLine = new CommandLine(serve).setOut(new PrintWriter(out, true));
        CompletableFuture<Integer> served = CompletableFuture.supplyAsync(
                () -> commandLine.execute("--with-models", "--port", "0", "--store", store));
        while (!out.toString().contains("the page is at ") && !served.isDone()) {
            Thread.sleep(100);
        }
        String server = out.toString().replaceFirst("(?s).*the page is at ([^,]+),.*", "$1");

        CommandRun warm = CommandRun.of("extract", "--server", server, news.toString());
        CommandRun explained = CommandRun.of("extract", "--explain", "--server", server, news.toString());

        CommandRun cold = CommandRun.of("extract", news.toString());
        assertThat(warm).isEqualTo(cold);
        assertThat(explained.out()).contains("predicates.tsv:");
        assertThat(CommandRun.of("extract", "--no-classifier", "--server", server, news.toString())
                        .err())
                .startsWith("casus: " + server + ": that server reads with other tables, options or version");
        serve.stop();
        assertThat(served.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
        CommandRun gone = CommandRun.of("extract", "--server", server, news.toString());
        assertThat(gone.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(gone.err()).startsWith("casus: " + server + "api/extract").contains("Connect");
    }

    @Test
    @Tag("models")
    void addsTriplesOfOpenIeWhereTheyAreAskedForAndOneOfEachCluster() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "The old ferry quickly carried grain to Odesa.");

        String with = CommandRun.of("extract", "--openie", text.toString()).out();
        String without = CommandRun.of("extract", text.toString()).out();

        assertThat(with).containsOnlyOnce("\"relation\":\"").contains("\"openie\":[{\"subject\":\"old ferry\"");
        assertThat(without).doesNotContain("openie");
        assertThat(with.substring(0, with.indexOf(",\"openie\"")))
                .isEqualTo(without.stripTrailing().replaceAll("}$", ""));
    }

    @Test
    @Tag("models")
    void storesTriplesOfOpenIeWhereTheyAreAskedFor() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "The old ferry quickly carried grain to Odesa.");
        String store = folder.resolve("store").toString();

        CommandRun.of("build", "--openie", "--store", store, text.toString());
        String with = CommandRun.of("query", "evidence/openie", "--format", "csv", "--store", store)
                .out();
        String again = CommandRun.of("build", "--store", store, text.toString()).out();
        String without = CommandRun.of("query", "evidence/openie", "--format", "csv", "--store", store)
                .out();

        assertThat(with).contains("old ferry,", "The old ferry quickly carried grain to Odesa.,");
        assertThat(again).containsPattern("replaced +1");
        assertThat(without.lines()).hasSize(1);
    }

    @Test
    void refusesTriplesOfOpenIeInATable() {
        CommandRun run = CommandRun.of("extract", "--openie", "--format", "csv", news.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).startsWith("casus: --openie is for --format jsonl alone");
    }

    @Test
    @Tag("models")
    void writesTablesForPeopleAndCsvForPrograms() {
        String table = CommandRun.of("extract", "--format", "table", "--explain", news.toString())
                .out();
        String csv =
                CommandRun.of("extract", "--format", "csv", news.toString()).out();

        assertThat(table).contains("Kenya [KEN]", "Somalia [SOM]", "ACCUSE", "rejected: ", "predicates.tsv:");
        assertThat(csv.lines().findFirst())
                .hasValueSatisfying(header -> assertThat(header).startsWith("article,id,type,"));
        assertThat(csv).contains("one,e1,ACCUSE,allege,").contains("\"\"\"We condemn this raid,\"\" Chile said.\"");
    }

    @Test
    @Tag("models")
    void buildsAStoreAndSaysWhatIsInIt() {
        Path store = folder.resolve("store");

        CommandRun run = CommandRun.of("build", news.toString(), "--store", store.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED_INPUT);
        assertThat(run.err()).contains("news.jsonl:2: ");
        assertThat(run.out())
                .containsPattern("added +3\n")
                .containsPattern("rejected: malformed +1\n")
                .containsPattern("ACCUSE +2\n")
                .contains("Try next:", "./casus query territory/status --store " + store);
        CommandRun.of("check", "--store", store.toString()).ends(ExitCode.DONE);
        assertThat(CommandRun.of("rejected", "--store", store.toString()).out())
                .startsWith("malformed\t" + news + ":2: ")
                .hasLineCount(1);
        assertThat(CommandRun.of("rejected", "--reason", "empty", "--store", store.toString())
                        .out())
                .isEmpty();
        assertThat(store.resolve("runs"))
                .isDirectoryContaining(file -> file.toString().endsWith("Z.json"));
    }

    @Test
    void saysAMissingInputInOneLine() {
        CommandRun run = CommandRun.of("extract", folder.resolve("none.txt").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED_INPUT);
        assertThat(run.err()).isEqualTo("casus: " + folder.resolve("none.txt") + ": no such file or folder\n");
    }

    @Test
    void refusesToMapWhatNoArticleHas() {
        CommandRun run = CommandRun.of("extract", "--map", "colour=red", news.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err())
                .startsWith("casus: \"colour\" is nothing that an article has")
                .hasLineCount(1);
    }

    @Test
    void refusesToRunOnNoThread() {
        CommandRun run = CommandRun.of("build", "--threads", "0", news.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).startsWith("casus: --threads is 0");
    }

    @Test
    void refusesAFolderThatIsNoStore() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "Dear all");

        CommandRun run = CommandRun.of("build", news.toString(), "--store", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("not a Casus store").hasLineCount(1);
    }
}
