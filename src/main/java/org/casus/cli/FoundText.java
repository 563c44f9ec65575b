package org.casus.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** What a search found, as a person reads it. */
final class FoundText {
    private static final String DATA = "https://w3id.org/casus/data/";
    private static final Splitter PARTS = Splitter.on("; ").omitEmptyStrings();

    private FoundText() {}

    static String of(JsonNode names, JsonNode sentences) {
        StringBuilder text = new StringBuilder();
        for (JsonNode name : names) {
            text.append("%s (%s)  %s  %s\n"
                    .formatted(
                            value(name, "label"),
                            value(name, "class"),
                            mentions(value(name, "mentions")),
                            value(name, "iri").replace(DATA + "entity/", "entity:")));
        }
        int number = 0;
        for (JsonNode sentence : sentences) {
            number++;
            text.append(text.length() == 0 ? "" : "\n").append(sentence(number, sentence));
        }
        return text.toString();
    }

    private static String mentions(String count) {
        return count.equals("1") ? "1 mention" : count + " mentions";
    }

    private static String sentence(int number, JsonNode row) {
        List<String> lines = new ArrayList<>();
        lines.add("%d. %s".formatted(number, value(row, "sentence").replaceAll("\\s+", " ")));
        lines.add("   " + String.join("  ", filled(row, "published", "publisher", "article")));
        List<String> events = PARTS.splitToList(value(row, "events"));
        List<String> iris = PARTS.splitToList(value(row, "iris"));
        for (int i = 0; i < events.size() && i < iris.size(); i++) {
            lines.add("   > %s  %s".formatted(events.get(i), iris.get(i).replace(DATA, "data:")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> filled(JsonNode row, String... columns) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            if (!value(row, column).isEmpty()) {
                cells.add(value(row, column));
            }
        }
        return cells;
    }

    private static String value(JsonNode row, String column) {
        return row.path(column).path("value").asText();
    }
}
