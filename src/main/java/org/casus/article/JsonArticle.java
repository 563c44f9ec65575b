package org.casus.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One JSON object to the text of an article and what is said of it; fields of other names are ignored. */
final class JsonArticle {
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Input.MAX_RECORD_BYTES)
                    .build())
            .build();

    private JsonArticle() {}

    /** The text; the values are put into the draft as they come, so that those before a fault are there. */
    static String read(String json, FieldNames names, Draft draft) throws UnreadableArticle {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableArticle("malformed", "not a JSON object");
            }
            Fields fields = new Fields(names, draft);
            readFields(parser, "", fields);
            if (parser.nextToken() != null) {
                throw new UnreadableArticle("malformed", "more than one JSON value");
            }
            return fields.text();
        } catch (JsonProcessingException e) {
            throw fault(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts into the draft what can be read. */
    static void readIfPossible(String json, FieldNames names, Draft draft) {
        try {
            read(json, names, draft);
        } catch (UnreadableArticle e) {
            // The fault for which it cannot be read whole is told already.
        }
    }

    /** Reads to the end of the object that the parser has entered. */
    static void readFields(JsonParser parser, String prefix, Fields fields) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            boolean text = path.equals(fields.names().text());
            if (value == JsonToken.VALUE_STRING || (value.isScalarValue() && value != JsonToken.VALUE_NULL && !text)) {
                fields.put(path, parser.getText());
            } else if (text && value != JsonToken.VALUE_NULL) {
                fields.refuseText();
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT && fields.names().leadInto(path)) {
                readFields(parser, path + ".", fields);
            } else {
                parser.skipChildren();
            }
        }
    }

    static UnreadableArticle fault(JsonProcessingException fault) {
        String reason = !(fault instanceof StreamConstraintsException)
                ? "malformed"
                : fault.getOriginalMessage().contains("depth") ? "too-deep" : "too-long";
        return new UnreadableArticle(reason, "broken JSON: " + words(fault));
    }

    private static String words(JsonProcessingException fault) {
        String first = fault.getOriginalMessage().lines().findFirst().orElse("");
        return fault.getLocation() == null
                ? first
                : "%s (column %d)".formatted(first, fault.getLocation().getColumnNr());
    }
}
