package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.extraction.EventType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    private static final EventParty ARMENIA = state("Q399", "Armenia <&> \u0001");
    private static final EventParty AZERBAIJAN = state("Q227", "Azerbaijan");
    private static final String CHECK = "import networkx, sys; g = networkx.read_%s(sys.argv[1]); "
            + "e = sorted((d['sign'], d['weight'], d['types']) for _, _, d in g.edges(data=True)); "
            + "assert e == [('conflict', 2, 'ACCUSE 1, ASSAULT 1'), ('cooperation', 1, 'AGREE 1')], e";

    @Test
    void addsUpWhoDoesWhatToWhom() {
        Dyads dyads = dyads();

        assertThat(dyads.parties()).containsExactly(AZERBAIJAN, ARMENIA);
        assertThat(dyads.edges()).hasSize(2).anySatisfy(edge -> {
            assertThat(edge.conflict()).isTrue();
            assertThat(edge.weight()).isEqualTo(2);
            assertThat(edge.meanIntensity()).isEqualTo(-5.5);
            assertThat(edge.first()).hasValue("2020-09-27");
            assertThat(edge.last()).hasValue("2020-10-02");
        });
    }

    @Test
    void leavesOutWhatDidNotHappenOrHasOneParty() {
        assertThat(Dyads.leavesOut(event(EventType.ASSAULT, -9, AZERBAIJAN, "2020-01-01", "Future")))
                .hasValue("no report says that it happened");
        assertThat(Dyads.leavesOut(event(EventType.ASSAULT, -9, null, "2020-01-01", "Past")))
                .hasValue("without two parties that are known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "gexf"})
    void isReadByNetworkx(String format, @TempDir Path dir) throws Exception {
        Optional<String> python = OtherTools.pythonWith("networkx");
        assumeThat(python).as("Python with networkx on this machine").isPresent();

        Path file = Files.writeString(dir.resolve("network." + format), written(format));

        assertThat(OtherTools.runs(python.orElseThrow(), "-c", CHECK.formatted(format), file.toString()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "gexf"})
    void escapesWhatNamesHold(String format) throws IOException {
        assertThat(written(format))
                .contains("Armenia &lt;&amp;")
                .doesNotContain("\u0001")
                .endsWith(">\n");
    }

    private static String written(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NetworkSink sink = format.equals("gexf") ? new Gexf(out) : new GraphMl(out);
        Dyads dyads = dyads();
        for (EventParty party : dyads.parties()) {
            sink.add(party);
        }
        sink.endParties();
        for (Dyads.Edge edge : dyads.edges()) {
            sink.add(edge);
        }
        sink.close();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Dyads dyads() {
        Dyads dyads = new Dyads();
        events().forEach(dyads::add);
        return dyads;
    }

    private static List<EventRecord> events() {
        return List.of(
                event(EventType.ACCUSE, -2, AZERBAIJAN, "2020-10-02", "Past"),
                event(EventType.ASSAULT, -9, AZERBAIJAN, "2020-09-27", "Past"),
                event(EventType.AGREE, 2.5, AZERBAIJAN, "2020-10-10", "Past"));
    }

    private static EventRecord event(
            EventType type, double intensity, @Nullable EventParty target, String day, String tense) {
        Account account = new Account(
                "report", "one", null, "The Paper", null, day, "It did.", "Certain", "Positive", tense, 0.9);
        return new EventRecord(
                "https://w3id.org/casus/data/event/" + type,
                type,
                intensity,
                null,
                null,
                List.of(),
                ARMENIA,
                target,
                null,
                day,
                day,
                "Day",
                Map.of(),
                List.of(),
                1,
                List.of(account));
    }

    private static EventParty state(String item, String name) {
        return new EventParty("https://w3id.org/casus/data/entity/" + item, name, "", null, null, item, name, "State");
    }
}
