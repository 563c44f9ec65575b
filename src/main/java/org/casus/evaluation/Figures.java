package org.casus.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How much of the gold was found: lines to read, one JSON object to compare, and the first misses in words. */
public final class Figures {
    private final ObjectNode json;
    private final List<String> misses;

    Figures(ObjectNode json, List<String> misses) {
        this.json = json;
        this.misses = misses;
    }

    public List<String> misses() {
        return misses;
    }

    public String json() {
        return json.toString();
    }

    /** A line for each figure. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        json.properties().forEach(figure -> addLines(figure.getKey().replace('_', ' '), figure.getValue(), lines));
        return List.copyOf(lines);
    }

    private static void addLines(String name, JsonNode value, List<String> lines) {
        if (value.isObject() && !value.has("f1")) {
            value.properties().forEach(part -> addLines(name + " " + part.getKey(), part.getValue(), lines));
        } else {
            lines.add("%-30s%s".formatted(name, words(value)));
        }
    }

    private static String words(JsonNode value) {
        if (value.isObject()) {
            return String.format(
                    Locale.ROOT,
                    "precision %.3f  recall %.3f  F1 %.3f",
                    value.path("p").doubleValue(),
                    value.path("r").doubleValue(),
                    value.path("f1").doubleValue());
        } else if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }
        return value.isNull() ? "-" : value.asText();
    }
}
