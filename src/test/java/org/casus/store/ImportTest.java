package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.casus.graph.ArticleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportTest {
    private static final ArticleGraph ONE = Graphs.accusation("one", "Q399", "Q227");
    private static final ArticleGraph TWO = Graphs.accusation("two", "Q227", "Q43");

    private final List<String> faults = new ArrayList<>();

    @TempDir
    private Path dir;

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"NQUADS", "TRIG"})
    void rebuildsAStoreFromItsExport(ExportFormat format) throws IOException {
        Path file = dir.resolve("all." + format.extension() + ".gz");
        try (EventStore store = filled();
                EventStore copy = EventStore.open(dir.resolve("copy"))) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                store.export(format, List.of(), out);
            }

            ImportReport report = copy.read(List.of(file), false, faults::add);

            assertThat(faults).isEmpty();
            assertThat(report.articles().added()).isEqualTo(2);
            assertThat(text(copy)).isEqualTo(text(store));
            assertThat(copy.read(List.of(file), false, faults::add).articles().unchanged())
                    .isEqualTo(2);
            assertThat(copy.put(List.of(ONE, TWO)).unchanged()).isEqualTo(2);
            assertThat(copy.check()).isEmpty();
        }
    }

    @Test
    void keepsWhatEarlierRunsNoted() throws IOException {
        try (EventStore store = filled();
                EventStore copy = EventStore.inMemory()) {
            store.put(List.of(Graphs.accusation("three", "Q43", "Q227")), Instant.EPOCH);
            Path file = Files.writeString(
                    dir.resolve("all.nq"), text(store, "articles", "entities", "events", "vocabulary", "runs"));

            copy.read(List.of(file), false, faults::add);

            assertThat(text(copy, "runs")).isEqualTo(text(store, "runs")).contains("1970-01-01");
        }
    }

    @Test
    void tellsEachBadLineAndReadsTheOthers() throws IOException {
        try (EventStore store = filled();
                EventStore copy = EventStore.inMemory()) {
            Path file = Files.writeString(
                    dir.resolve("bad.nq"),
                    "no quad\n" + text(store)
                            + "<http://a.example> <http://b.example> \"c\" <http://g.example> .\n"
                            + "<http://a.example> <http://b.example> \"c\" .\n");

            ImportReport report = copy.read(List.of(dir), false, faults::add);

            assertThat(faults)
                    .hasSize(3)
                    .anySatisfy(fault -> assertThat(fault).startsWith(file + ":1: column 1: "))
                    .contains(
                            "http://g.example: not a graph of Casus; it is left out",
                            "a statement without a graph; such are left out");
            assertThat(report.faults()).isEqualTo(3);
            assertThat(text(copy)).isEqualTo(text(store));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nq;_:b <urn:name> 'b' <%1$s> .%n<%1$s> <urn:has> _:b <%1$s> .",
                "trig;<%1$s> { <%1$s> <urn:has> [ <urn:name> 'b' ] }",
                "trig;<%1$s> { _:b <urn:name> 'b' } <%1$s> { <%1$s> <urn:has> _:b }"
            },
            quoteCharacter = '|')
    void givesABlankNodeAnIriOfItsDocument(String extension, String statements) throws IOException {
        try (EventStore store = filled();
                EventStore copy = EventStore.inMemory()) {
            String foreign = statements.formatted(ONE.iri()).replace('\'', '"') + "\n";
            Files.writeString(dir.resolve("all.nq"), text(store));
            Path blank = Files.writeString(dir.resolve("blank." + extension), foreign);
            Files.writeString(dir.resolve("other." + extension), foreign + "# another document");

            copy.read(List.of(dir), false, faults::add);
            Files.move(blank, dir.resolve("same." + extension));
            ImportReport again = copy.read(List.of(dir), false, faults::add);

            assertThat(faults).isEmpty();
            assertThat(again.articles().unchanged()).isEqualTo(2);
            assertThat(text(copy)
                            .lines()
                            .filter(line -> line.contains("urn:"))
                            .map(line -> line.replaceAll("genid/\\w+", "it")))
                    .containsOnly(
                            "<%s> <urn:has> <https://w3id.org/casus/data/it> <%1$s> .".formatted(ONE.iri()),
                            "<https://w3id.org/casus/data/it> <urn:name> \"b\" <%s> .".formatted(ONE.iri()))
                    .hasSize(4);
        }
    }

    @Test
    void tellsOfACutFileWithBlankNodesAndReadsOn() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("_:b <urn:name> \"b\" <%s> .\n".formatted(ONE.iri()).getBytes(StandardCharsets.UTF_8));
        }
        try (EventStore store = filled();
                EventStore copy = EventStore.inMemory()) {
            byte[] whole = packed.toByteArray();
            Path cut = Files.write(dir.resolve("a.nq.gz"), Arrays.copyOf(whole, whole.length - 8));
            Path all = Files.writeString(dir.resolve("b.nq"), text(store));

            ImportReport report = copy.read(List.of(cut, all), false, faults::add);

            assertThat(faults).singleElement().asString().startsWith(cut + ": cannot be read: ");
            assertThat(report.articles().added()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"nq, 6", "nq, 30", "trig, 6", "trig, 30", "trig, 40"})
    void tellsOfACutFileInEitherForm(String form, int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> <urn:d> .\n".getBytes(StandardCharsets.UTF_8));
        }
        Path cut = Files.write(dir.resolve("a." + form + ".gz"), Arrays.copyOf(packed.toByteArray(), bytes));
        try (EventStore copy = EventStore.inMemory()) {
            copy.read(List.of(cut), false, faults::add);

            assertThat(faults)
                    .anyMatch(fault -> fault.startsWith(cut + ": ") && fault.contains("it ends in the middle"));
        }
    }

    @Test
    void endsWithWholeArticlesWhereverItIsStopped() throws IOException {
        Set<Integer> added = new TreeSet<>();
        try (EventStore store = filled()) {
            String all = text(store, "articles", "entities");
            Path file = Files.writeString(dir.resolve("all.nq"), all);
            for (int asked = 1; asked < 2 * all.lines().count(); asked += 5) {
                AtomicInteger left = new AtomicInteger(asked);
                try (EventStore copy = EventStore.inMemory()) {
                    ImportReport report =
                            copy.read(List.of(file), false, () -> left.decrementAndGet() < 0, faults::add);

                    assertThat(report.stopped()).isTrue();
                    assertThat(copy.check()).isEmpty();
                    added.add(report.articles().added());
                    copy.read(List.of(file), false, faults::add);
                    assertThat(text(copy)).isEqualTo(text(store));
                }
            }
        }
        assertThat(added).containsExactly(0, 1);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NQUADS, false", "NQUADS, true", "TRIG, false", "TRIG, true"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void readsAPipeWhateverItHolds(ExportFormat format, boolean zipped) throws Exception {
        Path pipe = dir.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (EventStore store = filled();
                EventStore copy = EventStore.inMemory()) {
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
                try (OutputStream file = Files.newOutputStream(pipe);
                        OutputStream out = zipped ? new GZIPOutputStream(file) : file) {
                    store.export(format, List.of(), out);
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });

            copy.read(List.of(pipe), false, faults::add);

            written.join();
            assertThat(faults).isEmpty();
            assertThat(text(copy)).isEqualTo(text(store));
        }
    }

    @Test
    void storesNothingThatBreaksTheShapes() throws IOException {
        try (EventStore store = filled();
                EventStore copy = EventStore.inMemory()) {
            String broken = text(store)
                    .lines()
                    .filter(line -> !(line.contains("article/one/r1>") && line.contains("inSentence")))
                    .reduce("", (all, line) -> all + line + "\n");
            Path file = Files.writeString(dir.resolve("broken.nq"), broken);

            ImportReport report = copy.read(List.of(file), false, faults::add);

            assertThat(faults).singleElement().asString().startsWith("one: ");
            assertThat(report.articles().added()).isEqualTo(1);
            assertThat(text(copy)).contains("article/two>").doesNotContain("article/one>");
        }
    }

    @Test
    void keepsTheStoredArticleUnlessToldToReplaceIt() throws IOException {
        try (EventStore store = EventStore.open(dir.resolve("store"));
                EventStore other = EventStore.inMemory()) {
            store.put(List.of(ONE, TWO));
            other.put(List.of(Graphs.accusation("new", "Q399", "Q43"), Graphs.accusation("one", "Q399", "Q43")));
            Path file = Files.writeString(dir.resolve("other.nq"), text(other));

            store.read(List.of(file), false, faults::add);

            assertThat(faults)
                    .containsExactly("one: the store has this article with other content; --replace replaces it");
            assertThat(store.read(List.of(file), true, faults::add).articles().replaced())
                    .isEqualTo(1);
            assertThat(faults).hasSize(1);
            // Of what the three articles speak of each is described, and nothing else.
            other.put(List.of(TWO));
            assertThat(text(store)).isEqualTo(text(other));
        }
    }

    @Test
    void tellsWhatItCannotRead() throws IOException {
        Path turtle = Files.writeString(dir.resolve("a.ttl"), "");
        Path latin = Files.write(dir.resolve("latin.nq"), new byte[] {'#', (byte) 0xe9, '\n'});
        Path empty = Files.createDirectory(dir.resolve("empty"));
        try (EventStore store = EventStore.inMemory()) {
            store.read(List.of(turtle, latin, empty, dir.resolve("none.nq"), dir.resolve("none")), false, faults::add);
        }

        assertThat(faults)
                .containsExactly(
                        turtle + ": neither N-Quads (.nq) nor TriG (.trig), which hold the names of graphs",
                        latin + ": not UTF-8",
                        empty + ": no N-Quads (.nq) or TriG (.trig) in this folder",
                        dir.resolve("none.nq") + ": no such file or folder",
                        dir.resolve("none") + ": no such file or folder");
    }

    private static EventStore filled() {
        EventStore store = EventStore.inMemory();
        store.put(List.of(ONE, TWO));
        return store;
    }

    private static String text(EventStore store, String... graphs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.NQUADS, List.of(graphs), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
