package org.casus.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {
    private static final String FILE = "answer";
    private static final byte[] CONTENT = "computed".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void keepsForTheNextProcessUntilItWrites() {
        try (EventStore store = filled()) {
            store.keep(FILE, store.changes(), CONTENT);
        }
        try (EventStore store = EventStore.openExisting(folder)) {
            assertThat(store.kept(FILE)).contains(CONTENT);

            store.forget("a");
            assertThat(store.kept(FILE)).isEmpty();
        }
    }

    @Test
    void keepsNothingThatAWriteOvertook() {
        try (EventStore store = filled()) {
            long asOf = store.changes();
            store.put(List.of(Graphs.accusation("b", "Q1", "Q2")));

            store.keep(FILE, asOf, CONTENT);

            assertThat(store.kept(FILE)).isEmpty();
        }
    }

    @Test
    void keepsNothingOverAWriteThatFails() {
        try (EventStore store = filled()) {
            store.keep(FILE, store.changes(), CONTENT);

            assertThatThrownBy(() -> store.write(dataset -> {
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");

            assertThat(store.kept(FILE)).isEmpty();
        }
    }

    @Test
    void doesNotTrustWhatIsOlderThanTheLastWrite() throws IOException {
        try (EventStore store = filled()) {
            store.keep(FILE, store.changes(), CONTENT);

            FileTime kept = Files.getLastModifiedTime(folder.resolve("kept").resolve(FILE));
            Files.setLastModifiedTime(folder.resolve("casus.search"), FileTime.fromMillis(kept.toMillis() + 1000));

            assertThat(store.kept(FILE)).isEmpty();
        }
    }

    @Test
    void keepsNothingOfAStoreInMemory() {
        try (EventStore store = EventStore.inMemory()) {
            store.keep(FILE, store.changes(), CONTENT);

            assertThat(store.kept(FILE)).isEmpty();
        }
    }

    private EventStore filled() {
        EventStore store = EventStore.open(folder);
        store.put(List.of(Graphs.accusation("a", "Q1", "Q2")));
        return store;
    }
}
