package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casus.store.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCommandsTest {
    private String store = "";

    @TempDir
    private Path dir;

    @BeforeEach
    void fill() {
        store = CommandRun.store(dir.resolve("store")).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query events/by-type",
                "export",
                "check",
                "stats",
                "forget a-1",
                "serve",
                "query evidence/event",
                "compact"
            })
    void saysInOneLineThatThereIsNoStore(String command) {
        CommandRun.of((command + " --store " + dir.resolve("none")).split(" "))
                .fails(
                        ExitCode.FAILED,
                        "casus: no store at %s: make one with casus build".formatted(dir.resolve("none")));
    }

    @Test
    void countsWhatAStoreHolds() {
        CommandRun run = CommandRun.of("stats", "--store", store).ends(ExitCode.DONE);

        assertThat(run.out())
                .containsPattern("articles +1\n")
                .containsPattern("  ACCUSE +1\n")
                .contains("quads");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void saysWhatDiskAStoreTakesOnceItIsCompact() {
        String before = CommandRun.of("export", "--store", store).out();

        CommandRun run = CommandRun.of("compact", "--store", store).ends(ExitCode.DONE);

        assertThat(run.out())
                .containsPattern("megabytes +before +after\n")
                .containsPattern("quads +\\d+\\.\\d +\\d+\\.\\d\n")
                .containsPattern("bytes a quad +\\d+ +\\d+\n");
        assertThat(CommandRun.of("export", "--store", store).out()).isEqualTo(before);
    }

    @Test
    void leavesAStoreAloneThatIsInUse() {
        EventStore open = EventStore.openExisting(Path.of(store));
        try (open) {
            CommandRun.of("compact", "--store", store)
                    .fails(
                            ExitCode.FAILED,
                            "casus: the store %s is in use by process %d: wait until it ends; casus serve --watch DIR writes and answers in one process"
                                    .formatted(store, ProcessHandle.current().pid()));
        }
    }

    @Test
    void saysThatTheGraphsHold() {
        assertThat(CommandRun.of("check", "--store", store).ends(ExitCode.DONE).out())
                .isEqualTo("3 graphs hold\n");
    }

    @Test
    void saysEachViolationInALine() {
        try (EventStore open = EventStore.openExisting(Path.of(store))) {
            open.write(dataset -> {
                var events = dataset.getNamedModel("https://w3id.org/casus/data/graph/events");
                events.add(
                        events.createResource("https://w3id.org/casus/data/event/bare"),
                        events.createProperty("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                        events.createResource("https://w3id.org/casus/ontology#Event"));
            });
        }

        CommandRun run = CommandRun.of("check", "--store", store).ends(ExitCode.REJECTED_INPUT);

        assertThat(run.out().lines())
                .isNotEmpty()
                .allMatch(line ->
                        line.startsWith("https://w3id.org/casus/data/graph/events: ") && line.contains("event/bare"));
    }

    @Test
    void forgetsAnArticleAndTheEventsThatStoodOnIt() {
        assertThat(CommandRun.of("forget", "a-1", "--store", store)
                        .ends(ExitCode.DONE)
                        .out())
                .isEqualTo("1 forgotten; 1 events gone, 0 left\n");
        CommandRun.of("forget", "a-1", "--store", store)
                .fails(ExitCode.REJECTED_INPUT, "casus: no such article in the store: a-1");
    }

    @ParameterizedTest
    @CsvSource({
        "--publisher,the paper",
        "--since,2023-09-22",
        "--until,2023-09-22",
        "--until=2024-01-01,--since=2023-01-01"
    })
    void forgetsArticlesByWhatIsKnownOfThem(String option, String value) {
        String meant = CommandRun.of("forget", option, value, "--dry-run", "--store", store)
                .ends(ExitCode.DONE)
                .out();

        assertThat(meant).startsWith("https://w3id.org/casus/data/article/").hasLineCount(1);
        assertThat(CommandRun.of("forget", option, value, "--store", store)
                        .ends(ExitCode.DONE)
                        .out())
                .isEqualTo("1 forgotten; 1 events gone, 0 left\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--publisher,The Papers",
        "--since,2023-09-23",
        "--until,2023-09-21",
        "--url,https://example.org/",
        "--publisher=The Paper,--since=2024-01-01"
    })
    void forgetsNothingThatIsNotMeant(String option, String value) {
        CommandRun.of("forget", option, value, "--store", store)
                .fails(ExitCode.REJECTED_INPUT, "casus: no such article in the store");
        assertThat(CommandRun.of("stats", "--store", store).out()).containsPattern("articles +1\n");
    }

    @Test
    void asksWhatToForget() {
        CommandRun run = CommandRun.of("forget", "--store", store).ends(ExitCode.WRONG_USE);

        assertThat(run.err()).startsWith("casus: name an article, or say --url").hasLineCount(1);
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        Path file = dir.resolve("all.nq");

        String first = CommandRun.of("export", "--format", "nquads", "--store", store)
                .ends(ExitCode.DONE)
                .out();
        CommandRun second = CommandRun.of("export", "--format", "nquads", "--store", store, "-o", file.toString());

        assertThat(second.ends(ExitCode.DONE).out()).isEmpty();
        assertThat(first).contains("ontology#EventReport").doesNotContain("graph/runs>");
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "turtle | @prefix casus: | PREFIX casus:",
                "trig | @prefix casus: | PREFIX casus:",
                "ntriples | ontology#EventReport> . | ontology#EventReport> .",
                "jsonld | \"@graph\" | \"@graph\"",
                "rdfxml | <rdf:RDF | <rdf:RDF",
            })
    void writesEachFormat(String format, String mark, String otherMark) {
        String out = CommandRun.of("export", "--format", format, "--store", store)
                .ends(ExitCode.DONE)
                .out();

        assertThat(out.contains(mark) || out.contains(otherMark)).isTrue();
    }

    @Test
    void writesTheGraphsThatAreAskedFor() {
        String entities = CommandRun.of("export", "--format", "nquads", "--graph", "entities", "--store", store)
                .out();
        String withRuns = CommandRun.of(
                        "export", "--format", "nquads", "--graph", "a-1", "--with-runs", "--store", store)
                .ends(ExitCode.DONE)
                .out();

        assertThat(entities.lines()).isNotEmpty().allMatch(line -> line.endsWith("graph/entities> ."));
        assertThat(withRuns).contains("identifier> \"a-1\"").doesNotContain("graph/entities>");
    }

    @Test
    void importsWhatItExported() throws IOException {
        Path parts = dir.resolve("parts");
        CommandRun.of(
                        "export",
                        "--format",
                        "nquads",
                        "--split",
                        "100",
                        "--gzip",
                        "-o",
                        parts.toString(),
                        "--store",
                        store)
                .ends(ExitCode.DONE);
        String copy = dir.resolve("copy").toString();

        CommandRun run =
                CommandRun.of("import", parts.toString(), "--store", copy).ends(ExitCode.DONE);

        assertThat(run.out())
                .contains("; 1 articles added, 0 replaced, 0 unchanged\n")
                .doesNotContain("differ");
        assertThat(CommandRun.of("export", "--format", "nquads", "--store", copy)
                        .out())
                .isEqualTo(CommandRun.of("export", "--format", "nquads", "--store", store)
                        .out());
        CommandRun.of("export", "--split", "100", "-o", parts.toString(), "--store", store)
                .fails(ExitCode.FAILED, "casus: %s: the folder is not empty".formatted(parts));
        CommandRun.of("import", dir.resolve("none.nq").toString(), "--store", copy)
                .fails(ExitCode.REJECTED_INPUT, "casus: %s: no such file or folder".formatted(dir.resolve("none.nq")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--article a-1", "--around Baku", "--around Q227 --hops 2", "--since 2023-09-01"})
    void writesWhatIsAskedForAlone(String scope) {
        String out = CommandRun.of(("export --format nquads --store %s %s".formatted(store, scope)).split(" "))
                .ends(ExitCode.DONE)
                .out();

        assertThat(out).contains("ontology#EventReport>", "identifier> \"a-1\"").doesNotContain("graph/vocabulary>");
    }

    @Test
    void refusesChoicesThatContradictEachOther() {
        CommandRun.of("export", "--graph", "events", "--article", "a-1", "--store", store)
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: --graph and --with-runs are for whole graphs, the other choices for what lies in them"
                                + " (see casus export --help)");
        CommandRun.of("export", "--gzip", "--store", store)
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: --gzip and --split need a place to write to: -o (see casus export --help)");
        CommandRun.of("export", "--since", "2023-01-02", "--until", "2023-01-01", "--store", store)
                .fails(ExitCode.WRONG_USE, "casus: --until lies before --since (see casus export --help)");
        CommandRun.of("export", "--hops", "2", "--store", store)
                .fails(ExitCode.WRONG_USE, "casus: --hops is for --around (see casus export --help)");
    }

    @Test
    void keepsTheFileThatIsThereWhereAnExportFails() throws IOException {
        Path file = Files.writeString(dir.resolve("kept.nq"), "kept");

        CommandRun.of("export", "--graph", "nonsense", "--store", store, "-o", file.toString())
                .fails(ExitCode.FAILED, "casus: no such graph or article in the store: nonsense");

        assertThat(file).hasContent("kept");
        assertThat(dir.resolve("kept.nq.part")).doesNotExist();
    }

    @Test
    void saysWhyNoFileCanStandWhereItIsToBeWritten() {
        CommandRun.of("export", "--store", store, "-o", dir.toString())
                .fails(ExitCode.FAILED, "casus: " + dir + ": a folder; name a file in it");
        CommandRun.of("export", "--store", store, "-o", dir.resolve("none/a.nq").toString())
                .fails(ExitCode.FAILED, "casus: " + dir.resolve("none") + ": no such file or folder");
    }

    @Test
    void leavesNoStoreWhereNothingCouldBeImported() throws IOException {
        Path turtle = Files.writeString(dir.resolve("a.ttl"), "");
        Path vocabulary = Files.writeString(
                dir.resolve("part.nq"),
                "<urn:a> <urn:b> <urn:c> <https://w3id.org/casus/data/graph/vocabulary> .\nno statement\n");
        Path none = dir.resolve("new/none");

        CommandRun.of("import", turtle.toString(), "--store", none.toString()).ends(ExitCode.REJECTED_INPUT);
        CommandRun.of("import", vocabulary.toString(), "--store", none.toString())
                .ends(ExitCode.REJECTED_INPUT);
        CommandRun.of("import", turtle.toString(), "--store", store).ends(ExitCode.REJECTED_INPUT);

        assertThat(none).doesNotExist();
        CommandRun.of("stats", "--store", store).ends(ExitCode.DONE);
    }

    @Test
    void leavesNoStoreWhereAnImportFails() throws IOException {
        Path turtle = Files.writeString(dir.resolve("a.ttl"), "");
        Path none = dir.resolve("none");
        PrintWriter failing = new PrintWriter(new StringWriter() {
            @Override
            public void write(String words, int from, int count) {
                throw new IllegalStateException(words);
            }
        });

        for (String place : List.of(none.toString(), store)) {
            assertThatThrownBy(() ->
                            new CommandLineRunner(failing, failing).run("import", turtle.toString(), "--store", place))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(none).doesNotExist();
        CommandRun.of("stats", "--store", store).ends(ExitCode.DONE);
    }

    /** Root may write everywhere. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatAStoreMustBeWritableEvenToRead() throws IOException {
        Path lock = Path.of(store, "casus.lock");
        assertThat(lock.toFile().setReadOnly()).isTrue();
        assumeThat(lock.toFile().canWrite()).isFalse();

        CommandRun.of("stats", "--store", store)
                .fails(
                        ExitCode.FAILED,
                        "casus: cannot open the store %s: no permission to write in it, which TDB2 must even to read: use a copy of the folder"
                                .formatted(store));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhichFileFoundNoRoom() throws IOException {
        Path file = dir.resolve("a.nq");
        Files.createSymbolicLink(dir.resolve("a.nq.part"), Path.of("/dev/full"));

        CommandRun.of("export", "--store", store, "--format", "nquads", "-o", file.toString())
                .fails(ExitCode.FAILED, "casus: cannot write %s: No space left on device".formatted(file));

        assertThat(file).doesNotExist();
    }

    @Test
    void saysThatANewerCasusMadeTheStore() throws IOException {
        Files.writeString(Path.of(store, "casus.properties"), "format=2\n");

        CommandRun.of("stats", "--store", store)
                .fails(
                        ExitCode.FAILED,
                        "casus: the store %s was made by a newer Casus (format 2, this one reads format 1): update Casus"
                                .formatted(store));
    }

    @Test
    void saysWhatTheQueryOfAnExportMayHaveBeen() {
        CommandRun.of("export", "--query", "events/timelin", "--store", store)
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: no query and no file is called \"events/timelin\"; did you mean events/timeline?"
                                + " (see casus export --help)");
        CommandRun.of("export", "--query", "events/timeline", "--param", "x=1", "--store", store)
                .ends(ExitCode.WRONG_USE);
    }
}
