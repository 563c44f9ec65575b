package org.casus.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.TDB2Factory;
import org.casus.fusion.EventFusion;
import org.casus.graph.ArticleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final int KILLS = Integer.getInteger("casus.kills", 2);
    private static final int ARTICLES = 120;
    private static final int READERS = 2;

    @TempDir
    private Path folder;

    /** Compacts until it is killed. */
    public static void main(String... arguments) {
        try (EventStore store = EventStore.openExisting(Path.of(arguments[0]))) {
            System.out.println("open");
            while (true) {
                store.compact();
            }
        }
    }

    @Test
    void holdsTheSameOnLessDisk() throws IOException {
        try (EventStore store = EventStore.open(folder)) {
            fill(store);
            String before = export(store);

            CompactReport report = store.compact();

            assertThat(report.after().quads()).isLessThan(report.before().quads());
            assertThat(export(store)).isEqualTo(before);
            assertThat(store.check()).isEmpty();
            assertThat(found(store)).contains("stays");
            // What is written later stands beside what was packed.
            store.put(List.of(Graphs.accusation("later", "Q1", "Q2")), Instant.EPOCH);
            assertThat(store.forget("a0")).isTrue();
        }
        try (EventStore store = EventStore.openExisting(folder)) {
            assertThat(store.stats().articles()).isEqualTo(ARTICLES);
            assertThat(export(store)).contains("article/later").doesNotContain("article/a0>");
            store.compact();
            assertThat(store.check()).isEmpty();
        }
        assertThat(generations()).containsExactly("Data-0003");
    }

    @Test
    void isWorthWhileOnceADatabaseIsLargeAndHasGrownSinceItWasWrittenAnew() throws IOException {
        try (EventStore store = EventStore.open(folder)) {
            store.put(List.of(Graphs.accusation("b", "Q1", "Q2")), Instant.EPOCH);
            Dataset dataset = TDB2Factory.connectDataset(folder.toString());

            assertThat(Compaction.isWorth(dataset, 1)).isTrue();
            assertThat(Compaction.isWorth(dataset)).isFalse();
            store.compact();
            assertThat(Compaction.isWorth(dataset, 1)).isFalse();
            Files.writeString(folder.resolve("Data-0002/packed.bytes"), "1");
            assertThat(Compaction.isWorth(dataset, 1)).isTrue();
        }
    }

    @Test
    void dropsFromTheDiskWhatWasForgotten() throws IOException {
        ArticleGraph told = Graphs.accusation("only-here", "Q1", "Q2");
        try (EventStore store = EventStore.open(folder)) {
            fill(store);
            store.put(List.of(told));
            store.keepAnnotation("only-here", "key", "only-here".getBytes(UTF_8));
            store.put(List.of());
            store.forget("only-here");
            new EventFusion().fuse(store);

            store.compact();
        }
        assertThat(holding("only-here")).isEmpty();
    }

    @Test
    void dropsWhatAKilledWriterLeftAmongTheNodes() throws IOException {
        String before;
        try (EventStore store = EventStore.open(folder)) {
            fill(store);
            before = export(store);
        }
        Files.writeString(folder.resolve("Data-0001/nodes-data.obj"), "left-behind", StandardOpenOption.APPEND);
        try (EventStore store = EventStore.openExisting(folder)) {
            store.put(List.of(Graphs.accusation("later", "Q1", "Q2")), Instant.EPOCH);
            store.forget("later");

            store.compact();

            assertThat(export(store)).isEqualTo(before);
            assertThat(store.check()).isEmpty();
        }
        assertThat(holding("left-behind")).isEmpty();
    }

    @Test
    void keepsANodeThatIsLargerThanABlock() {
        Node graph = NodeFactory.createURI("urn:graph");
        List<Quad> quads = IntStream.of(3 << 20, 1, 1 << 20, 2)
                .mapToObj(length -> NodeFactory.createLiteralString("x".repeat(length)))
                .map(text -> Quad.create(graph, graph, graph, text))
                .toList();
        try (EventStore store = EventStore.open(folder)) {
            store.write(dataset -> quads.forEach(dataset.asDatasetGraph()::add));

            store.compact();

            List<Quad> held = store.read(
                    dataset -> Iter.toList(dataset.asDatasetGraph().find(graph, Node.ANY, Node.ANY, Node.ANY)));
            assertThat(held).containsExactlyInAnyOrderElementsOf(quads);
        }
    }

    /** Readers begin and end all the time, as those of a server do. */
    @Test
    void letsReadersGoOn() throws InterruptedException, ExecutionException {
        try (EventStore store = EventStore.open(folder)) {
            fill(store);
            Dataset served = store.readOnly();
            long quads = store.stats().quads();
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService readers = Executors.newFixedThreadPool(READERS);
            List<Future<Long>> reading = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                boolean asServer = i % 2 == 0;
                reading.add(readers.submit(() -> {
                    long times = 0;
                    while (!done.get()) {
                        assertThat(asServer ? count(served) : store.stats().quads())
                                .isEqualTo(quads);
                        times++;
                    }
                    return times;
                }));
            }

            for (int i = 0; i < 3; i++) {
                store.compact();
            }

            done.set(true);
            for (Future<Long> reader : reading) {
                assertThat(reader.get()).isPositive();
            }
            readers.shutdown();
        }
        assertThat(generations()).containsExactly("Data-0004");
    }

    @Test
    void losesNothingWhereItIsKilled() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        String expected;
        try (EventStore store = EventStore.open(whole)) {
            fill(store);
            expected = export(store);
        }
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            Path killed = folder.resolve("killed" + kill);
            PathUtils.copyDirectory(whole, killed);
            int millis = random.nextInt(2000);
            Process process = ChildProcess.of(CompactionTest.class, killed.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("open");
            Thread.sleep(millis);
            process.toHandle().destroyForcibly();
            process.waitFor();

            try (EventStore store = EventStore.openExisting(killed)) {
                assertThat(export(store)).as("killed after %d ms", millis).isEqualTo(expected);
                store.compact();
                assertThat(export(store)).isEqualTo(expected);
            }
        }
    }

    /** A compaction that was killed just before it removed the old database, and one over the new one. */
    @Test
    void tidiesUpAfterOneThatWasKilled() throws IOException {
        try (EventStore store = EventStore.open(folder)) {
            fill(store);
        }
        PathUtils.copyDirectory(folder.resolve("Data-0001"), folder.resolve("Data-0002"));
        PathUtils.copyDirectory(folder.resolve("Data-0001"), folder.resolve("Data-0003-tmp"));

        try (EventStore store = EventStore.openExisting(folder)) {
            assertThat(store.stats().articles()).isEqualTo(ARTICLES);
        }
        assertThat(generations()).containsExactly("Data-0002");
    }

    private static void fill(EventStore store) {
        for (int round = 0; round < 2; round++) {
            int changed = round;
            store.put(
                    IntStream.range(0, ARTICLES)
                            .mapToObj(i -> Graphs.accusation("a" + i, "Q" + (i % 7 + 1), "Q" + (i % 5 + 10 + changed)))
                            .toList(),
                    Instant.EPOCH);
        }
        new EventFusion().fuse(store);
    }

    private static long count(Dataset dataset) {
        dataset.begin(ReadWrite.READ);
        try {
            return dataset.asDatasetGraph().stream().count();
        } finally {
            dataset.end();
        }
    }

    private static String export(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.NQUADS, List.of(), out);
        return out.toString(UTF_8);
    }

    private static String found(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(
                QueryCatalogue.shipped().find("evidence/search").orElseThrow(),
                Map.of("text", "stays"),
                ResultFormat.CSV,
                out);
        return out.toString(UTF_8);
    }

    private List<String> generations() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Data-"))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The files in which some words stand. */
    private List<Path> holding(String words) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, ISO_8859_1).contains(words)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }
}
