package org.casus.annotation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code # key = value} lines of a CoNLL-U block. */
final class ConlluHeader {
    private final Map<String, String> values = new LinkedHashMap<>();

    void add(String line) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            values.put(
                    line.substring(1, equals).strip(),
                    line.substring(equals + 1).strip());
        }
    }

    void add(List<String> lines) {
        lines.stream().filter(line -> line.startsWith("#")).forEach(this::add);
    }

    @Nullable
    String value(String key) {
        return values.get(key);
    }
}
