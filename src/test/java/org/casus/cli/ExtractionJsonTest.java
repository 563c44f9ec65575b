package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casus.article.Reading;
import org.casus.entity.LinkedArticle;
import org.junit.jupiter.api.Test;

class ExtractionJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LinkedArticle linked = ExampleExtraction.linked();

    @Test
    void keepsTheContract() throws IOException {
        String line = new ExtractionJson(true).line(linked);

        assertThat(schema().validate(JSON.readTree(line))).isEmpty();
        assertThat(line).doesNotContain("\n");
    }

    @Test
    void keepsTheContractForRejectedRecords() throws IOException {
        String line = new ExtractionJson(false).line(new Reading.Rejected("7", "no-text", "news.jsonl:7: no \"text\""));

        assertThat(schema().validate(JSON.readTree(line))).isEmpty();
        assertThat(JSON.readTree(line).path("rejected").asText()).isEqualTo("news.jsonl:7: no \"text\"");
        assertThat(JSON.readTree(line).path("events").isArray()).isTrue();
    }

    @Test
    void writesAnEventWithItsParties() throws IOException {
        JsonNode event = written(false).path("events").path(0);

        assertThat(event.path("type").asText()).isEqualTo("ACCUSE");
        assertThat(event.path("trigger").path("text").asText()).isEqualTo("accused");
        assertThat(event.path("source").toString())
                .isEqualTo("{\"entity\":\"Q227\",\"text\":\"the government in Baku\",\"begin\":10,\"end\":32,"
                        + "\"country\":\"AZE\",\"sector\":\"GOV\",\"code\":\"AZEGOV\"}");
        assertThat(event.path("target").path("code").isNull()).isTrue();
        assertThat(event.path("place").path("wikidata").asText()).isEqualTo("Q9248");
        assertThat(event.path("origin").isNull()).isTrue();
        assertThat(event.path("certainty").asText()).isEqualTo("certain");
        assertThat(event.path("tense").asText()).isEqualTo("past");
        assertThat(event.path("time").path("precision").asText()).isEqualTo("day");
        assertThat(event.path("attribution").path(0).path("role").asText()).isEqualTo("speaker");
        assertThat(event.path("sentence").path("text").asText()).isEqualTo(ExampleExtraction.TEXT);
    }

    @Test
    void saysTheRuleOnlyWhenAsked() throws IOException {
        assertThat(written(false).path("events").path(0).has("rule")).isFalse();
        assertThat(written(true).path("events").path(0).path("rule").asText()).isEqualTo("predicates.tsv:12");
    }

    @Test
    void writesEachEntityOnceWithTheNamesThatSpeakOfIt() throws IOException {
        JsonNode entities = written(false).path("entities");

        assertThat(entities).hasSize(3);
        assertThat(entities.path(0).path("id").asText()).isEqualTo("Q227");
        assertThat(entities.path(0).path("sector").isNull()).isTrue();
        assertThat(entities.path(0).path("mentions").toString())
                .isEqualTo("[{\"begin\":28,\"end\":32,\"text\":\"Baku\"},{\"begin\":53,\"end\":55,\"text\":\"it\"}]");
        assertThat(entities.path(1).path("type").asText()).isEqualTo("City");
        assertThat(entities.path(2).path("name").asText()).isEqualTo("rebels");
        assertThat(entities.path(2).path("code").asText()).isEqualTo("REB");
    }

    @Test
    void keepsAnIdThatUtf8CannotWrite() throws IOException {
        String id = "half \ud83d of it";

        String line = new ExtractionJson(false).line(new Reading.Rejected(id, "no-text", "no text"));

        assertThat(line).contains("half \\uD83D of it");
        assertThat(JSON.readTree(line).path("id").asText()).isEqualTo(id);
    }

    private JsonNode written(boolean explain) throws IOException {
        return JSON.readTree(new ExtractionJson(explain).line(linked));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(JSON.readTree(Files.readString(Path.of("docs", "extraction.schema.json"))));
    }
}
