package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    void letsTheStoreBeCopiedMeanwhile() throws InterruptedException, ExecutionException {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (EventStore store = EventStore.open(dir);
                BatchWriter writer = new BatchWriter(store)) {
            writer.put(List.of(store.prepare(Graphs.accusation("first", "Q399", "Q227"))));
            Future<?> copied =
                    reader.submit(() -> EventStore.openToRead(dir, notice -> {}).close());

            int more = 0;
            while (!copied.isDone()) {
                writer.put(List.of(store.prepare(Graphs.accusation("more" + more++, "Q399", "Q227"))));
            }

            copied.get();
            assertThat(writer.await().added()).isEqualTo(1 + more);
        } finally {
            reader.shutdown();
        }
    }
}
