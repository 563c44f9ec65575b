package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casus.export.OtherTools;
import org.casus.export.Profile;
import org.casus.pipeline.ExampleStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported of the examples is read by the tools of others, where the machine has them, to the last event. */
@Tag("models")
class OtherReadersTest {
    private static final Path TIMELINE_JS = Path.of("src/main/page/node_modules/@knight-lab/timelinejs/dist/js");

    @TempDir
    private static Path dir;

    @ParameterizedTest
    @CsvSource({
        "turtle,turtle",
        "trig,trig",
        "nquads,nquads",
        "ntriples,ntriples",
        "rdfxml,rdfxml",
        "nanopub,trig",
        "void,turtle"
    })
    void rapperReadsRdf(String format, String parser) throws Exception {
        assumeThat(OtherTools.runs("rapper", "--version")).as("rapper").isTrue();

        OtherTools.printed(dir, "rapper", "-q", "-c", "-i", parser, export(format));
    }

    @ParameterizedTest
    @CsvSource({"graphml", "gexf", "rdfxml"})
    void xmllintFindsXmlWellFormed(String format) throws Exception {
        assumeThat(OtherTools.runs("xmllint", "--version")).as("xmllint").isTrue();

        OtherTools.printed(dir, "xmllint", "--noout", export(format));
    }

    /** Quads that rdflib reads from either are the same. */
    @Test
    void rdflibReadsJsonLdAsTheQuadsThatItIs() throws Exception {
        String script = """
                from rdflib import ConjunctiveGraph
                def quads(file, form):
                    graph = ConjunctiveGraph()
                    graph.parse(file, format=form)
                    return {(s, p, o, g.identifier) for s, p, o, g in graph.quads()}
                ours = quads(sys.argv[1], 'json-ld')
                print(len(ours) > 10000, ours == quads(sys.argv[2], 'nquads'))
                """;

        assertThat(python("rdflib", script, export("jsonld"), export("nquads"))).isEqualTo("True True");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void pandasReadsTables(Profile profile) throws Exception {
        String script = """
                import pandas
                rows = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
                lines = pandas.read_json(sys.argv[2], lines=True, dtype=False)
                assert list(rows.columns) == list(lines.columns), lines.columns
                print(len(rows) == len(lines) and len(rows))
                """;
        String[] options = {"--profile", profile.name()};

        assertThat(python("pandas", script, export("csv", options), export("jsonl", options)))
                .isEqualTo(Integer.toString(events("csv", options)));
    }

    @Test
    void icalendarReadsEachDayOfACalendar() throws Exception {
        String script = """
                calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
                events = calendar.walk('VEVENT')
                for event in events:
                    assert not event.errors, event.errors
                    assert event.decoded('dtstart') < event.decoded('dtend'), event
                    assert event['uid'] and event['summary'] and event['description'] and event.decoded('dtstamp'), event
                print(len({event['uid'] for event in events}))
                """;

        assertThat(python("icalendar", script, export("ical"))).isEqualTo(Integer.toString(events("ical")));
    }

    @Test
    void geojsonReadsPoints() throws Exception {
        String script = """
                points = geojson.load(open(sys.argv[1], encoding='utf-8'))
                assert points.is_valid, points.errors()
                print(len(points.features))
                """;

        assertThat(python("geojson", script, export("geojson"))).isEqualTo(Integer.toString(events("geojson")));
    }

    @ParameterizedTest
    @CsvSource({"graphml", "gexf"})
    void networkxReadsNetworks(String format) throws Exception {
        String script = """
                graph = networkx.read_%s(sys.argv[1])
                assert not list(networkx.isolates(graph))
                assert all(edge['sign'] in ('conflict', 'cooperation') for _, _, edge in graph.edges(data=True))
                print(int(sum(edge['weight'] for _, _, edge in graph.edges(data=True))))
                """.formatted(format);

        assertThat(python("networkx", script, export(format))).isEqualTo(Integer.toString(events(format)));
    }

    /** TimelineJS itself, in a browser, has a marker for each event. */
    @Test
    void timelineJsShowsEachEvent() throws Exception {
        assumeThat(Files.isDirectory(TIMELINE_JS))
                .as("TimelineJS: npm ci in src/main/page brings it")
                .isTrue();
        assumeThat(OtherTools.runs("chromium", "--version")).as("chromium").isTrue();
        String code = TIMELINE_JS.resolve("timeline.js").toUri().toString();
        Path page = Files.writeString(
                dir.resolve("timeline.html"), """
                <!doctype html><meta charset="utf-8">
                <script src="%s"></script>
                <div id="here" style="width: 900px; height: 600px"></div>
                <script>new TL.Timeline("here", %s)</script>
                """.formatted(code, Files.readString(Path.of(export("timeline")))));

        String shown = OtherTools.printed(
                dir,
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--virtual-time-budget=20000",
                "--dump-dom",
                page.toUri().toString());

        assertThat(Pattern.compile("class=\"tl-timemarker[ \"]").matcher(shown).results())
                .hasSize(events("timeline"));
    }

    /** What Python prints that has a library, which the script need not import. */
    private static String python(String library, String script, String... files) throws Exception {
        Optional<String> python = OtherTools.pythonWith(library);
        assumeThat(python).as("Python with %s on this machine", library).isPresent();
        List<String> command =
                new ArrayList<>(List.of(python.orElseThrow(), "-c", "import sys, " + library + "\n" + script));
        command.addAll(Arrays.asList(files));
        return OtherTools.printed(dir, command.toArray(new String[0])).strip();
    }

    /** How many of the examples' events a format has a place for. */
    private static int events(String format, String... options) throws IOException {
        int all = (int) Files.readString(Path.of(export("jsonl"))).lines().count();
        Pattern leftOut = Pattern.compile("casus: (\\d+) events? left out");
        return all
                - leftOut.matcher(run(format, options).err())
                        .results()
                        .mapToInt(match -> Integer.parseInt(match.group(1)))
                        .sum();
    }

    /** The file that was written. */
    private static String export(String format, String... options) {
        run(format, options);
        return file(format);
    }

    private static CommandRun run(String format, String... options) {
        List<String> words = new ArrayList<>(
                List.of("export", "--store", ExampleStore.folder().toString()));
        words.addAll(List.of("--format", format, "-o", file(format)));
        words.addAll(Arrays.asList(options));
        return CommandRun.of(words.toArray(new String[0])).ends(ExitCode.DONE);
    }

    private static String file(String format) {
        return dir.resolve("examples." + format).toString();
    }
}
