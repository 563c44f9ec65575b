package org.casus.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.graph.ArticleGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A process that writes all the time lends copies of its store to this one. */
@Execution(ExecutionMode.SAME_THREAD)
class BorrowedStoreTest {
    private static final int FIRST = 20;
    private static final String REPORTS = "SELECT ?r { ?r a <https://w3id.org/casus/ontology#EventReport> }";
    private static final String SEARCH = "SELECT ?s { ?s <http://jena.apache.org/text#query> 'stayed' }";

    @TempDir
    private static Path folder;

    private static Path store;
    private static Process writer;

    /** Stores, replaces and forgets until standard input ends, and says so after the first batch. */
    public static void main(String... arguments) throws IOException {
        try (EventStore store = EventStore.open(Path.of(arguments[0]))) {
            List<ArticleGraph> first = new ArrayList<>();
            for (int i = 0; i < FIRST; i++) {
                first.add(Graphs.accusation("a" + i, "Q1", "Q2"));
            }
            store.put(first, Instant.EPOCH);
            System.out.println("ready");
            for (int i = 0; System.in.available() == 0; i++) {
                store.put(List.of(Graphs.accusation("b" + i, "Q3", "Q4")));
                store.forget("b" + (i - 3));
            }
        }
    }

    @BeforeAll
    static void write() throws IOException {
        store = folder.resolve("store");
        writer = writing(store);
    }

    @AfterAll
    static void end() throws InterruptedException {
        writer.destroyForcibly().waitFor();
    }

    private static Process writing(Path store) throws IOException {
        Process process = ChildProcess.of(BorrowedStoreTest.class, store.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("ready");
        return process;
    }

    @Test
    void readsAWholeCopyWhileAnotherProcessWritesAndLeavesNothingBehind() throws Exception {
        List<String> notices = new ArrayList<>();

        for (int time = 0; time < 3; time++) {
            try (EventStore copy = EventStore.openToRead(store, notices::add)) {
                assertThat(copy.stats().articles()).isBetween((long) FIRST, FIRST + 4L);
                assertThat(copy.check()).isEmpty();
                assertThat(rows(copy, REPORTS)).hasSizeGreaterThan(FIRST);
                assertThat(rows(copy, SEARCH)).hasSameSizeAs(rows(copy, REPORTS));
            }
        }

        assertThat(notices)
                .hasSize(6)
                .startsWith("the store %s is in use by process %d: waiting for a copy to read"
                        .formatted(store, writer.pid()));
        assertThat(store.resolve("copies")).isEmptyDirectory();
        assertThat(writer.isAlive()).isTrue();
    }

    @Test
    void writesNothingToACopy() {
        try (EventStore copy = EventStore.openToRead(store, notice -> {})) {
            assertThatThrownBy(() -> copy.forget("a1"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("can only be read");
        }
    }

    @Test
    void tellsWhoWritesWhoHasTheStore() {
        assertThatThrownBy(() -> EventStore.openExisting(store))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is in use by process %d: wait until it ends".formatted(writer.pid()));
    }

    @Test
    void opensTheStoreItselfWhereTheWriterWasKilled() throws Exception {
        Path other = folder.resolve("other");
        writing(other).destroyForcibly().waitFor();

        List<String> notices = new ArrayList<>();
        try (EventStore own = EventStore.openToRead(other, notices::add)) {
            assertThat(own.check()).isEmpty();
            assertThat(own.forget("a1")).isTrue();
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void takesAwayWhatAKilledReaderLeft() throws Exception {
        Path left = Files.createDirectories(store.resolve("copies/1-1"));
        Files.createFile(left.resolve("reader.lock"));
        Files.createFile(left.resolve("wanted"));

        for (int wait = 0; wait < 100 && Files.exists(left); wait++) {
            Thread.sleep(Duration.ofMillis(50).toMillis());
        }

        assertThat(left).doesNotExist();
    }

    private static List<String> rows(EventStore store, String query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(StoredQuery.of("test", query), Map.of(), ResultFormat.CSV, out);
        return out.toString(UTF_8).lines().toList();
    }
}
