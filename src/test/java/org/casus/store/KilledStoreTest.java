package org.casus.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.casus.fusion.EventFusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that stores articles is killed at any moment: what it said was stored is there, and the next one completes
 * it to the same bytes. {@code -Dcasus.kills=50} does so more often.
 */
class KilledStoreTest {
    private static final int KILLS = Integer.getInteger("casus.kills", 2);
    private static final int ARTICLES = 60;
    private static final int BATCH = 5;

    @TempDir
    private Path folder;

    /** Stores batch after batch, and prints how many articles are stored, as a build would. */
    public static void main(String... arguments) {
        try (EventStore store = EventStore.open(Path.of(arguments[0]))) {
            for (int from = 0; from < ARTICLES; from += BATCH) {
                put(store, from);
                System.out.println(from + BATCH);
            }
            new EventFusion().fuse(store);
        }
    }

    private static void put(EventStore store, int from) {
        store.putPrepared(IntStream.range(from, from + BATCH)
                .mapToObj(i -> Graphs.accusation("a" + i, "Q" + (i % 7 + 1), "Q" + (i % 5 + 10)))
                .map(graph -> store.prepare(graph, "basis", Instant.EPOCH))
                .toList());
    }

    @Test
    void holdsWhatItSaidAndIsCompletedToTheSameBytes() throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed");
        main(undisturbed.toString());
        String expected = export(undisturbed);
        Random random = new Random(1);
        for (int kill = 0; kill < KILLS; kill++) {
            Path killed = folder.resolve("killed" + kill);

            int stored = killed(killed, random.nextInt(ARTICLES / BATCH), random.nextInt(30));

            try (EventStore store = EventStore.open(killed)) {
                assertThat(IntStream.range(0, stored)).allMatch(i -> store.isMadeOf("a" + i, "basis"));
                assertThat(store.check()).isEmpty();
            }
            main(killed.toString());
            assertThat(export(killed)).as("killed after %d", stored).isEqualTo(expected);
        }
    }

    /** How many articles the process said to have stored before it was killed, some time after so many batches. */
    private static int killed(Path store, int batches, int millis) throws IOException, InterruptedException {
        Process process = ChildProcess.of(KilledStoreTest.class, store.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            while (said.size() <= batches) {
                said.add(out.readLine());
            }
            Thread.sleep(millis);
            // The process itself would close what there is still to read.
            process.toHandle().destroyForcibly();
            out.lines().forEach(said::add);
        }
        process.waitFor();
        return said.stream()
                .filter(line -> line != null && line.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private static String export(Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventStore store = EventStore.openExisting(folder)) {
            store.export(ExportFormat.NQUADS, List.of(), out);
        }
        return out.toString(UTF_8);
    }
}
