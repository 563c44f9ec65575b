package org.casus.entity;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The value of a snak, as <a href="https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html">its JSON</a>
 * has it.
 */
final class WikidataValue {
    private static final int MONTH = 10;
    private static final int YEAR = 9;

    private WikidataValue() {}

    /** An item's id, a day cut to what is known, a number, "latitude longitude", or text; null for no or some value. */
    static @Nullable String of(JsonNode snak) {
        JsonNode value = snak.path("datavalue").path("value");
        if (value.isTextual()) {
            return value.asText();
        }
        if (value.has("id")) {
            return value.path("id").asText();
        }
        if (value.has("time")) {
            return day(value.path("time").asText(), value.path("precision").asInt());
        }
        if (value.has("amount")) {
            return value.path("amount").asText().replace("+", "");
        }
        if (value.has("latitude")) {
            return value.path("latitude").asText()
                    + ' '
                    + value.path("longitude").asText();
        }
        return null;
    }

    /** "+2008-05-07T00:00:00Z"; a day before the year 1, or known to less than a year, is left out. */
    private static @Nullable String day(String time, int precision) {
        if (!time.startsWith("+") || precision < YEAR || time.indexOf('T') != "+2008-05-07".length()) {
            return null;
        }
        String day = time.substring(1, "+2008-05-07".length());
        return switch (precision) {
            case YEAR -> day.substring(0, "2008".length());
            case MONTH -> day.substring(0, "2008-05".length());
            default -> day;
        };
    }
}
