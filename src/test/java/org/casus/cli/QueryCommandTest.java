package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casus.store.QueryCatalogue;
import org.casus.store.StoredQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryCommandTest {
    @TempDir
    private static Path dir;

    private static String store = "";

    @BeforeAll
    static void fill() {
        store = CommandRun.store(dir.resolve("store")).toString();
    }

    @Test
    void asksAShippedQueryByItsNameOrItsPath() {
        String byName = query("actors/accusations").ends(ExitCode.DONE).out();

        assertThat(byName).contains("Azerbaijan");
        assertThat(query("queries/actors/accusations.rq").out()).isEqualTo(byName);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csv | type,events",
                "tsv | ?type\t?events",
                "json | \"bindings\"",
                "xml | <sparql",
                "TABLE | ---",
                "markdown | '| --- |'",
                "turtle | rs:ResultSet"
            })
    void writesEachFormat(String format, String mark) {
        assertThat(query("events/by-type", "--format", format)
                        .ends(ExitCode.DONE)
                        .out())
                .contains(mark.replace("events", ""));
    }

    @Test
    void bindsParameters() {
        assertThat(query("territory/status", "--param", "territory=Baku", "--format", "csv")
                        .ends(ExitCode.DONE)
                        .out()
                        .lines())
                .hasSize(2);
    }

    @Test
    void saysThatAnAnswerIsEmpty() {
        CommandRun run = query("territory/status", "--param", "territory=Narnia");

        assertThat(run.err()).isEqualTo("casus: nothing found\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource({"teritory/status,territory/status", "timeline,events/timeline", "event/timelines,events/timeline"})
    void suggestsTheNearestName(String name, String nearest) {
        query(name)
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: no query and no file is called \"%s\"; did you mean %s? (see casus query --help)"
                                .formatted(name, nearest));
    }

    @Test
    void readsAFile() throws IOException {
        Path file = Files.writeString(dir.resolve("own.rq"), "SELECT (\"é\" AS ?letter) {}");

        assertThat(query(file.toString(), "--format", "csv").out()).isEqualTo("letter\r\né\r\n");
    }

    @Test
    void readsStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("ASK { ?s ?p ?o }".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(query("-").ends(ExitCode.DONE).out()).isEqualTo("yes\n");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void refusesParametersThatTheQueryDoesNotHaveOrLacks() throws IOException {
        Path needs = Files.writeString(dir.resolve("needs.rq"), "SELECT * { ?_actor_iri ?p ?o }");

        assertThat(query("evidence/contradictions", "--param", "x=1")
                        .ends(ExitCode.WRONG_USE)
                        .err())
                .contains("has no parameter \"x\"; it has: none");
        assertThat(query("territory/status", "--param", "x=1")
                        .ends(ExitCode.WRONG_USE)
                        .err())
                .contains("has no parameter \"x\"; it has: territory");
        assertThat(query(needs.toString()).ends(ExitCode.WRONG_USE).err())
                .contains("needs --param actor=... (an actor or a place)");
    }

    @Test
    void saysWhereTheSparqlIsWrong() throws IOException {
        Path wrong = Files.writeString(dir.resolve("wrong.rq"), "SELECT *\nWHERE { ?s ?p }");

        assertThat(query(wrong.toString()).ends(ExitCode.FAILED).err())
                .contains("wrong.rq: line 2, column 12")
                .hasLineCount(1);
    }

    @Test
    void cutsRowsAndSaysSo() {
        CommandRun run =
                query("evidence/event", "--limit", "1", "--format", "csv").ends(ExitCode.DONE);
        assertThat(run.out().lines()).hasSize(2);
        query("events/by-type", "--limit", "-1").ends(ExitCode.WRONG_USE);
        query("events/by-type", "--timeout", "-1")
                .fails(ExitCode.WRONG_USE, "casus: a limit is not below 0 (see casus query --help)");
    }

    @Test
    void tellsAllOfOneQueryOrOfAFolder() {
        assertThat(CommandRun.of("queries", "events/of-type")
                        .ends(ExitCode.DONE)
                        .out())
                .startsWith("events/of-type\n")
                .contains("--param type=... (one of a list; else ASSAULT)", "type is one of AGREE, CONSULT");
        assertThat(CommandRun.of("queries", "time").ends(ExitCode.DONE).out())
                .startsWith("time/\n")
                .doesNotContain("territory/");
        CommandRun.of("queries", "tyme/after")
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: no query is called \"tyme/after\"; did you mean time/after? (see casus queries --help)");
    }

    @Test
    void listsEveryShippedQueryUnderItsFolder() {
        String listed = CommandRun.of("queries").ends(ExitCode.DONE).out();
        List<StoredQuery> shipped = QueryCatalogue.shipped().queries();

        assertThat(listed)
                .contains("\nterritory/\n")
                .contains("--param since=... (a day; may be left out)")
                .contains("--param country=... (a country's three letters in ISO 3166; else ARM)")
                .contains(shipped.stream().map(StoredQuery::name).toList())
                .contains(shipped.stream().map(StoredQuery::summary).toList());
    }

    private static CommandRun query(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "query";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--store";
        all[arguments.length + 2] = store;
        return CommandRun.of(all);
    }
}
