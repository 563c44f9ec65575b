package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.fusion.EventFusion;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.casus.store.ResultFormat;
import org.casus.store.StoredQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every shipped query says of {@code examples/articles} on its defaults. Where it has changed for the better:
 * {@code mvn test -Dtest=AnswersTest -Dcasus.answers=write}, and read the difference.
 */
@Tag("models")
class AnswersTest {
    private static final Path FILE = Path.of("src/test/resources/queries/answers.txt");
    private static final String HEAD = "== ";
    private static final Pattern LONG_FRACTION = Pattern.compile("\\b(0\\.\\d{2})\\d{2}\\b");
    private static final int CELL = 40;

    /** Their descriptions say so. */
    private static final Set<String> WITHOUT_ROWS = Set.of("evidence/openie", "quality/merged");

    private static final Map<String, List<String>> ANSWERS = new LinkedHashMap<>();

    @BeforeAll
    static void ask() throws IOException {
        try (EventStore store = EventStore.openExisting(ExampleStore.folder())) {
            for (StoredQuery query : QueryCatalogue.shipped().queries()) {
                if (!query.tags().contains("federated")) {
                    ANSWERS.put(query.name(), rows(store, query));
                }
            }
        }
    }

    @Test
    void areThoseThatWereReadAndFoundRight() throws IOException {
        if ("write".equals(System.getProperty("casus.answers"))) {
            write();
        }
        Map<String, List<String>> expected = read();

        assertThat(ANSWERS.keySet()).containsExactlyElementsOf(expected.keySet());
        ANSWERS.forEach((query, rows) -> assertThat(String.join("\n", rows))
                .as(query)
                .isEqualTo(String.join("\n", expected.getOrDefault(query, List.of()))));
    }

    @Test
    void areEmptyOnlyWhereTheDescriptionSaysSo() {
        assertThat(ANSWERS.entrySet().stream()
                        .filter(answer -> answer.getValue().size() == 1)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_ROWS);
        assertThat(WITHOUT_ROWS)
                .allMatch(name -> QueryCatalogue.shipped()
                        .find(name)
                        .orElseThrow()
                        .description()
                        .contains("it has no rows there"));
    }

    @Test
    void tellWhatBecomesOfAnEventWhoseFirstReportIsForgotten(@TempDir Path dir) throws IOException {
        StoredQuery query = QueryCatalogue.shipped().find("quality/merged").orElseThrow();

        try (EventStore store = EventStore.openExisting(ExampleStore.copy(dir.resolve("store")))) {
            store.forget("wire-2023-09-20");
            new EventFusion().fuse(store);

            assertThat(rows(store, query))
                    .hasSizeGreaterThan(1)
                    .anyMatch(row -> row.startsWith("replaced by | data:event/"));
        }
    }

    private static List<String> rows(EventStore store, StoredQuery query) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(query, Map.of(), ResultFormat.JSON, out);
        JsonNode answer = new ObjectMapper().readTree(out.toByteArray());
        List<String> columns = new ArrayList<>();
        answer.path("head").path("vars").forEach(column -> columns.add(column.asText()));
        List<String> rows = new ArrayList<>(List.of(String.join(" | ", columns)));
        for (JsonNode row : answer.path("results").path("bindings")) {
            rows.add(String.join(
                            " | ",
                            columns.stream()
                                    .map(column -> cell(row.path(column).path("value")))
                                    .toList())
                    .stripTrailing());
        }
        return rows;
    }

    /** The classifier's last digits may differ from one processor to the next. */
    private static String cell(JsonNode value) {
        String text = LONG_FRACTION
                .matcher(value.asText())
                .replaceAll("$1")
                .replaceAll("\\s+", " ")
                .replace("https://w3id.org/casus/data/", "data:");
        return text.length() <= CELL ? text : text.substring(0, CELL) + "…";
    }

    private static void write() throws IOException {
        StringBuilder text = new StringBuilder();
        ANSWERS.forEach((query, rows) -> text.append(HEAD)
                .append(query)
                .append('\n')
                .append(String.join("\n", rows))
                .append("\n\n"));
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        Files.writeString(FILE, text);
    }

    private static Map<String, List<String>> read() throws IOException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith(HEAD)) {
                rows = new ArrayList<>();
                answers.put(line.substring(HEAD.length()), rows);
            } else if (!line.isEmpty()) {
                rows.add(line);
            }
        }
        return answers;
    }
}
