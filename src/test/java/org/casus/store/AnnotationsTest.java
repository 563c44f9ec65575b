package org.casus.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {
    private static final int KEPT = 50;
    private static final int LENGTH = 2000;
    private static final int PARTS = 5;

    @TempDir
    private Path folder;

    @Test
    void keepsTheLastOfEachArticle() {
        try (EventStore store = EventStore.open(folder)) {
            store.keepAnnotation("a", "of old rules", bytes("old"));
            store.keepAnnotation("b", "b", bytes("other"));
            store.keepAnnotation("a", "of new rules", bytes("new"));
            store.put(List.of());
        }
        try (EventStore store = EventStore.openExisting(folder)) {
            assertThat(store.annotation("of new rules")).contains(bytes("new"));
            assertThat(store.annotation("b")).contains(bytes("other"));
            assertThat(store.annotation("of old rules")).isEmpty();
        }
    }

    @Test
    void forgetsThemWithTheArticle() {
        try (EventStore store = EventStore.inMemory()) {
            store.keepAnnotation("a", "key a", bytes("a"));
            store.keepAnnotation("b", "key b", bytes("b"));
            store.put(List.of(Graphs.accusation("a", "Q1", "Q2"), Graphs.accusation("b", "Q1", "Q2")));

            store.forget("a");

            assertThat(store.annotation("key a")).isEmpty();
            assertThat(store.annotation("key b")).contains(bytes("b"));
        }
    }

    /** Whatever is damaged, the store opens, and what is found is what was kept or of no use. */
    @Test
    void outlivesDamageOfAnyFile() throws IOException {
        byte[] random = fill();
        Path whole = folder.resolve("whole");
        PathUtils.copyDirectory(folder.resolve(Annotations.FOLDER), whole);
        for (String name : names(whole)) {
            for (int part = 0; part < PARTS; part++) {
                Path annotations = folder.resolve(Annotations.FOLDER);
                PathUtils.deleteDirectory(annotations);
                PathUtils.copyDirectory(whole, annotations);
                damage(annotations.resolve(name), part);

                try (Annotations opened = Annotations.in(folder)) {
                    opened.find("key 7");
                    opened.keep("graph", "key", random);
                    opened.shrink();
                }
                try (Annotations again = Annotations.in(folder)) {
                    again.keep("graph", "key", random);
                    again.save();
                    assertThat(again.find("key")).as("%s, %d", name, part).contains(random);
                }
            }
        }
    }

    @Test
    void beginsAnewWhereAFileIsMissing() throws IOException {
        fill();
        try (Stream<Path> files = Files.list(folder.resolve(Annotations.FOLDER))) {
            Files.delete(files.filter(file -> file.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow());
        }

        try (Annotations opened = Annotations.in(folder)) {
            assertThat(opened.find("key 7")).isEqualTo(Optional.empty());
        }
    }

    private byte[] fill() {
        byte[] random = new byte[LENGTH];
        Random source = new Random(1);
        try (Annotations annotations = Annotations.in(folder)) {
            for (int i = 0; i < KEPT; i++) {
                source.nextBytes(random);
                annotations.keep("graph " + i, "key " + i, random.clone());
            }
            annotations.save();
            assertThat(annotations.find("key " + (KEPT - 1))).contains(random);
        }
        return random;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Cuts the file in the first part, and changes a few bytes in the others. */
    private static void damage(Path file, int part) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = bytes.length * part / PARTS;
        if (part == 0) {
            bytes = Arrays.copyOf(bytes, bytes.length / 2);
        } else {
            for (int i = from; i < Math.min(bytes.length, from + 4); i++) {
                bytes[i] ^= 85;
            }
        }
        Files.write(file, bytes);
    }

    private static byte[] bytes(String words) {
        return words.getBytes(UTF_8);
    }
}
