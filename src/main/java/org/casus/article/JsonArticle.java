package org.casus.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** One JSON object to the text of an article and what is said of it; fields of other names are ignored. */
final class JsonArticle {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonArticle() {}

    /** The text; the values are put into the draft as they come, so that those before a fault are there. */
    static String read(String json, Draft draft) throws UnreadableArticle {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableArticle("malformed", "not a JSON object");
            }
            Optional<String> text = readFields(parser, draft);
            if (parser.nextToken() != null) {
                throw new UnreadableArticle("malformed", "more than one JSON value");
            }
            return text.orElseThrow(() -> new UnreadableArticle("no-text", "no \"text\""));
        } catch (JsonProcessingException e) {
            throw new UnreadableArticle("malformed", "broken JSON: " + words(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts into the draft what can be read. */
    static void readIfPossible(String json, Draft draft) {
        try {
            read(json, draft);
        } catch (UnreadableArticle e) {
            // The fault for which it cannot be read whole is told already.
        }
    }

    private static Optional<String> readFields(JsonParser parser, Draft draft) throws IOException, UnreadableArticle {
        Optional<String> text = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("text") && value == JsonToken.VALUE_STRING) {
                text = Optional.of(parser.getText());
            } else if (key.equals("text") && value != JsonToken.VALUE_NULL) {
                throw new UnreadableArticle("malformed", "\"text\" is not a string");
            } else if (Draft.KEYS.contains(key) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                draft.put(key, parser.getText());
            }
            parser.skipChildren();
        }
        return text;
    }

    private static String words(JsonProcessingException fault) {
        String first = fault.getOriginalMessage().lines().findFirst().orElse("");
        return fault.getLocation() == null
                ? first
                : "%s (column %d)".formatted(first, fault.getLocation().getColumnNr());
    }
}
