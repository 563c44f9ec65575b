package org.casus.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JSON Lines to the object on each, blank lines skipped. */
final class LineReader {
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LineReader() {}

    static List<Fields> read(Path file) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException fault) {
            throw new IllegalArgumentException(words(file, lines.size() + 1, fault), fault);
        }
        if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
            lines.set(0, lines.get(0).substring(1));
        }
        return read(file.toString(), lines);
    }

    /** @param name what holds the lines, for faults */
    static List<Fields> read(String name, List<String> lines) {
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                objects.add(object(name + ":" + (i + 1), lines.get(i)));
            }
        }
        return List.copyOf(objects);
    }

    private static Fields object(String place, String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.isObject()) {
                throw new IllegalArgumentException(place + ": not a JSON object");
            }
            return new Fields(place, json);
        } catch (JsonProcessingException fault) {
            String first = fault.getOriginalMessage().lines().findFirst().orElse("");
            throw new IllegalArgumentException("%s: broken JSON: %s".formatted(place, first), fault);
        }
    }

    private static String words(Path file, int line, Exception fault) {
        Throwable cause = fault instanceof UncheckedIOException ? fault.getCause() : fault;
        if (cause instanceof CharacterCodingException) {
            return "%s: not UTF-8, at line %d or after it".formatted(file, line);
        }
        return file + ": " + (cause instanceof NoSuchFileException ? "no such file" : "cannot be read");
    }
}
