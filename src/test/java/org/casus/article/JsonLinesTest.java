package org.casus.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {
    @Test
    void readsTheFieldsOfALineAndIgnoresOthers() {
        String line = "{\"id\": \"n 1\", \"text\": \"They met.\\r\\n\", \"title\": \"Talks\", \"date\": \"2023-09-22\","
                + " \"publisher\": \"Wire\", \"url\": \"https://example.org/1\", \"language\": \"en\","
                + " \"tags\": {\"text\": [1, {\"id\": 2}]}, \"author\": \"A\"}";

        assertThat(read(line))
                .containsExactly(new Reading.Accepted(
                        new Article(
                                "n 1", "They met.\r\n", "Talks", "2023-09-22", "Wire", "https://example.org/1", "en"),
                        "news.jsonl:1"));
    }

    @Test
    void keepsTheOrderAndSkipsBlankLines() {
        List<Reading> readings =
                read("{\"id\":1,\"text\":\"A\"}\r\n\r\n \n{\"id\":2,\"text\":\"B\"}\n{\"id\":1,\"text\":\"A\"}");

        assertThat(readings).extracting(Reading::id).containsExactly("1", "2", "1");
    }

    @ParameterizedTest
    @CsvSource({"17,17", "1.50,1.50", "12345678901234567890123,12345678901234567890123", "true,true"})
    void keepsAnIdAsItIsWritten(String written, String id) {
        assertThat(read("{\"id\":" + written + ",\"text\":\"A\"}"))
                .extracting(Reading::id)
                .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"null", "''", "' '", "[1]", "{}"})
    void derivesAnIdWhereNoneIsGiven(String written) {
        String id = written.isBlank() ? "\"" + written + "\"" : written;

        assertThat(read("{\"id\":" + id + ",\"text\":\"A\"}"))
                .singleElement()
                .satisfies(reading -> assertThat(reading.id()).matches("a-[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":7,\"text\":\"They|malformed|broken JSON: ",
                "{\"id\":7|malformed|broken JSON: ",
                "{\"id\":7,\"text\":\"A\"} {}|malformed|more than one JSON value",
                "{\"id\":7,\"text\":[\"A\"]}|malformed|\"text\" is not a string",
                "{\"id\":7,\"text\":null}|no-text|no \"text\"",
                "{\"id\":7}|no-text|no \"text\"",
                "{\"id\":7,\"story\":\"a\",\"when\":\"b\"}|no-text|"
                        + "no \"text\", but \"story\", \"when\"; --map text=NAME says which is the text",
                "{\"id\":7,\"text\":\" \\n\"}|no-text|no text",
                "{\"id\":7,\"text\":\"a\\u0000b\"}|binary|binary data, not text: a NUL at character 1",
                "{\"id\":7,\"text\":\"a\\ud800b\"}|encoding|half a surrogate pair at character 1",
                "{\"id\":7,\"text\":\"a\",\"title\":\"\\udc00\"}|encoding|half a surrogate pair at character 0"
            })
    void rejectsABrokenLineUnderItsIdAndGoesOn(String line, String reason, String fault) {
        List<Reading> readings = read("{\"id\":1,\"text\":\"A\"}\n" + line + "\n{\"id\":3,\"text\":\"C\"}");

        assertThat(readings).extracting(Reading::id).containsExactly("1", "7", "3");
        assertThat((Reading.Rejected) readings.get(1)).satisfies(rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.fault()).startsWith("news.jsonl:2: " + fault).doesNotContain("\n");
        });
    }

    @Test
    void rejectsALineThatIsNoObjectUnderAnIdOfItsPlace() {
        List<Reading> readings = read("[1]\nnews\n");

        assertThat(readings)
                .extracting(reading -> ((Reading.Rejected) reading).reason())
                .containsExactly("malformed", "malformed");
        assertThat(readings.get(0).id()).isNotEqualTo(readings.get(1).id());
    }

    @Test
    void rejectsALineOfAWrongEncodingUnderItsId() {
        byte[] lines = "{\"id\":7,\"text\":\"café\"}\n{\"id\":8,\"text\":\"B\"}".getBytes(ISO_8859_1);

        assertThat(read(new ByteArrayInputStream(lines), "news.jsonl"))
                .first()
                .isEqualTo(new Reading.Rejected("7", "encoding", "news.jsonl:1: not UTF-8 at byte 19"));
    }

    @Test
    void rejectsLinesInUtf16AsAWhole() {
        byte[] lines = "{\"text\":\"A\"}\n{\"text\":\"B\"}".getBytes(UTF_16);

        assertThat(read(new ByteArrayInputStream(lines), "news.jsonl"))
                .singleElement()
                .extracting(reading -> ((Reading.Rejected) reading).fault())
                .isEqualTo("news.jsonl: UTF-16BE, but JSON Lines are UTF-8");
    }

    @Test
    void dropsAByteOrderMark() {
        assertThat(read("\ufeff{\"id\":1,\"text\":\"A\"}"))
                .extracting(Reading::id)
                .containsExactly("1");
    }

    @Test
    void rejectsALongLineUnderItsIdAndGoesOn() {
        String filler = "x".repeat(1_000_000);
        List<InputStream> parts = new java.util.ArrayList<>(List.of(stream("{\"id\":\"long\",\"text\":\"")));
        Collections.nCopies(50, filler).forEach(part -> parts.add(stream(part)));
        parts.add(stream("\"}\n{\"id\":2,\"text\":\"B\"}\n"));

        List<Reading> readings = read(new SequenceInputStream(Collections.enumeration(parts)), "news.jsonl");

        assertThat(readings)
                .first()
                .isEqualTo(new Reading.Rejected(
                        "long", "too-long", "news.jsonl:1: a line longer than 10 MB, which no article is"));
        assertThat(readings).extracting(Reading::id).containsExactly("long", "2");
    }

    @Test
    void rejectsADeeplyNestedLine() {
        String deep = "[".repeat(100_000);

        assertThat(read("{\"id\":7,\"x\":" + deep))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("too-deep"));
    }

    @Test
    void readsOneObjectThatFillsAFile() {
        String object = "{\n  \"id\": 7,\n  \"text\": \"A\"\n}\n";

        assertThat(read(stream(object), "one.json")).extracting(Reading::id).containsExactly("7");
        assertThat(read(stream("{\"id\": 7,\n \"text\"}"), "one.json"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.fault()).startsWith("one.json: broken JSON"));
    }

    @Test
    void readsLinesInAFileNamedJson() {
        assertThat(read(stream("{\"id\":1,\"text\":\"A\"}\n{\"id\":2,\"text\":\"B\"}\n"), "news.json"))
                .extracting(Reading::id)
                .containsExactly("1", "2");
    }

    @Test
    void tellsJsonByContentWhereTheNameDoesNot() {
        assertThat(read(stream("{\"id\":1,\"text\":\"A\"}"), "<stdin>"))
                .extracting(Reading::id)
                .containsExactly("1");
    }

    private static List<Reading> read(String lines) {
        return read(stream(lines), "news.jsonl");
    }

    private static List<Reading> read(InputStream bytes, String name) {
        try (Stream<Reading> readings = new ArticleReader().read(bytes, name)) {
            return readings.toList();
        }
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }
}
