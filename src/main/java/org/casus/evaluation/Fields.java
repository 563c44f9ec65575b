package org.casus.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object, with the place of its line for faults. Null and the empty string count as absent.
 *
 * @param place file and line
 */
record Fields(String place, JsonNode json) {
    IllegalArgumentException fault(String what) {
        return new IllegalArgumentException(place + ": " + what);
    }

    /** Whether there is such a field, be it null. */
    boolean has(String name) {
        return json.has(name);
    }

    boolean present(String name) {
        return json.hasNonNull(name);
    }

    /** An id may be a number too. */
    String id() {
        JsonNode id = json.path("id");
        if (!id.isValueNode() || id.isNull() || id.asText().isEmpty()) {
            throw fault("no \"id\"");
        }
        return id.asText();
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> fault("no \"%s\"".formatted(name)));
    }

    Optional<String> optionalText(String name) {
        JsonNode value = json.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        return Optional.of(string(value, name)).filter(text -> !text.isEmpty());
    }

    int offset(String name) {
        return whole(json.path(name), name);
    }

    List<Integer> optionalOffsets(String name) {
        List<Integer> offsets = new ArrayList<>();
        if (!absent(json.path(name))) {
            array(name).forEach(value -> offsets.add(whole(value, name)));
        }
        return List.copyOf(offsets);
    }

    double number(String name) {
        JsonNode value = json.path(name);
        if (!value.isNumber()) {
            throw fault("\"%s\" is not a number".formatted(name));
        }
        return value.doubleValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = json.path(name);
        if (absent(value)) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw fault("\"%s\" is not true or false".formatted(name));
        }
        return value.booleanValue();
    }

    Fields object(String name) {
        JsonNode value = json.path(name);
        if (absent(value)) {
            throw fault("no \"%s\"".formatted(name));
        }
        return object(value, name);
    }

    /** An object without a field counts as absent too. */
    Optional<Fields> optionalObject(String name) {
        return absent(json.path(name))
                ? Optional.empty()
                : Optional.of(object(name)).filter(fields -> !fields.json.isEmpty());
    }

    List<Fields> list(String name) {
        List<Fields> objects = new ArrayList<>();
        array(name).forEach(value -> objects.add(object(value, name)));
        return List.copyOf(objects);
    }

    List<Fields> optionalList(String name) {
        return absent(json.path(name)) ? List.of() : list(name);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        array(name).forEach(value -> texts.add(string(value, name)));
        return List.copyOf(texts);
    }

    private JsonNode array(String name) {
        JsonNode value = json.path(name);
        if (!value.isArray()) {
            throw fault(absent(value) ? "no \"%s\"".formatted(name) : "\"%s\" is not a list".formatted(name));
        }
        return value;
    }

    private Fields object(JsonNode value, String name) {
        if (!value.isObject()) {
            throw fault("in \"%s\": not an object".formatted(name));
        }
        return new Fields(place, value);
    }

    private int whole(JsonNode value, String name) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw fault("\"%s\" is not a whole number".formatted(name));
        }
        return value.intValue();
    }

    private String string(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw fault("\"%s\" is not a string".formatted(name));
        }
        return value.textValue();
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
