package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.casus.export.Profile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported can be read, by libraries here; {@link OtherReadersTest} asks the tools of others. */
class ExportFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path dir;

    private static String store = "";

    @BeforeAll
    static void fill() {
        store = CommandRun.store(dir.resolve("store")).toString();
    }

    @ParameterizedTest
    @EnumSource(TakeAway.class)
    void writesTheSameBytesTwice(TakeAway format) {
        assertThat(export(format.name())).isEqualTo(export(format.name())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void writesTheColumnsOfEachProfile(Profile profile) throws IOException {
        List<CSVRecord> rows = CSVFormat.RFC4180
                .parse(new StringReader(export("csv", "--profile", profile.name())))
                .getRecords();

        assertThat(rows.get(0).toList()).isEqualTo(profile.names());
        assertThat(rows)
                .allMatch(CSVRecord::isConsistent)
                .allMatch(row -> row.size() == profile.names().size());
        assertThat(Files.readString(Path.of("docs/exports.md"))).contains(profile.names());
    }

    @Test
    void writesAllThatIsKnownOfAnEvent() throws IOException {
        JsonNode event = JSON.readTree(export("jsonl"));

        assertThat(event.get("type").asText()).isEqualTo("ACCUSE");
        assertThat(event.get("source_code").asText()).isEqualTo("AZEGOV");
        assertThat(event.get("place").asText()).isEqualTo("Baku");
        assertThat(event.get("latitude").isNumber()).isTrue();
        assertThat(event.get("killed_low").decimalValue()).isEqualByComparingTo("12");
        assertThat(event.get("status").asText()).isEqualTo("certain");
        assertThat(event.get("publisher").asText()).isEqualTo("The Paper");
        assertThat(event.get("sentence").asText()).isEqualTo(ExampleExtraction.TEXT);
        assertThat(event.get("target").isNull()).isTrue();
    }

    @Test
    void saysWhatItLeavesOut() {
        CommandRun acled = run("csv", "--profile", "acled");

        assertThat(acled.out().lines()).hasSize(1);
        assertThat(acled.err()).isEqualTo("casus: 1 event left out: not what ACLED records\n");
    }

    @Test
    void writesPointsOfAMap() throws IOException {
        JsonNode map = JSON.readTree(export("geojson"));

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("src/test/resources/export/points.schema.json")))
                        .validate(map))
                .isEmpty();
        JsonNode feature = map.get("features").get(0);
        assertThat(feature.at("/geometry/coordinates").toString()).isEqualTo("[49.9,40.4]");
        assertThat(feature.at("/properties/sentence").asText()).isEqualTo(ExampleExtraction.TEXT);
    }

    @Test
    void writesEntriesOfATimeline() throws IOException {
        JsonNode entry = JSON.readTree(export("timeline")).get("events").get(0);

        assertThat(entry.get("start_date").toString()).isEqualTo("{\"year\":2023,\"month\":9,\"day\":22}");
        assertThat(entry.at("/text/headline").asText()).startsWith("Azerbaijan").endsWith(": ACCUSE (allege)");
    }

    @Test
    void foldsTheLinesOfACalendar() {
        String calendar = export("ical");

        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(calendar)
                .contains("DTSTART;VALUE=DATE:20230922\r\nDTEND;VALUE=DATE:20230923\r\n")
                .contains("DTSTAMP:20230922T000000Z\r\n");
        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", "")).contains("rebels that it holds\\, killing 12.");
    }

    @Test
    void writesANanopublicationForEachClaim() {
        String nanopublications = export("nanopub", "--licence", "https://creativecommons.org/licenses/by/4.0/");

        assertThat(nanopublications)
                .contains("#assertion> {", "#provenance> {", "#info> {", "np:Nanopublication")
                .contains("casus:TerritorialStatement", "casus:OfficeHolding", "casus:RelationStatement")
                .contains("dcterms:license");
    }

    @Test
    void describesWhatAStoreHolds() {
        assertThat(export("void"))
                .contains("dcat:Dataset", "void:triples", "dcat:startDate", "The Paper")
                .doesNotContain("creativecommons", "generatedAtTime");
    }

    private static String export(String format, String... options) {
        return run(format, options).out();
    }

    private static CommandRun run(String format, String... options) {
        List<String> words = new ArrayList<>(List.of("export", "--store", store, "--format", format));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(new String[0])).ends(ExitCode.DONE);
    }
}
