package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchWriterTest {
    @TempDir
    private Path dir;

    @Test
    void storesAllWhereItIsInterrupted() {
        try (EventStore store = EventStore.open(dir);
                BatchWriter writer = new BatchWriter(store)) {
            writer.put(List.of(store.prepare(Graphs.accusation("one", "Q399", "Q227"))));
            Thread.currentThread().interrupt();

            writer.put(List.of(store.prepare(Graphs.accusation("two", "Q399", "Q227"))));

            assertThat(writer.await().added()).isEqualTo(2);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
