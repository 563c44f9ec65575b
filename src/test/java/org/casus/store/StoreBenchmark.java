package org.casus.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.casus.fusion.EventFusion;
import org.casus.graph.ArticleGraph;

/**
 * Times what is done to a whole store: run its main with a folder, a number of made articles and one of further
 * articles. It writes them as two exports, imports the first into the store in that folder, fuses, compacts, imports
 * the second, and asks each shipped query without parameters; with no first articles only the second are imported, into
 * a store that may be there (a third number is that of the first, so that they are not there yet), and with the folder
 * of a store alone it only asks. No test.
 */
final class StoreBenchmark {
    private static final int ACTORS = 5000;
    private static final long LONGEST = 60;

    private final PrintStream out = System.out;

    public static void main(String[] arguments) throws IOException {
        StoreBenchmark benchmark = new StoreBenchmark();
        Path folder = Path.of(arguments[0]);
        if (arguments.length > 1) {
            int first = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
            benchmark.fill(folder, first, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            folder = folder.resolve("store");
        }
        try (EventStore store = EventStore.openExisting(folder)) {
            benchmark.ask(store);
        }
    }

    private void fill(Path folder, int first, int articles, int more) throws IOException {
        Path news = Files.createDirectories(folder).resolve("made.nq");
        Path later = folder.resolve("later.nq");
        write(news, first, first + articles);
        write(later, first + articles, first + articles + more);
        try (EventStore store = EventStore.open(folder.resolve("store"))) {
            if (articles > 0) {
                fill(store, news);
            }
            out.printf("%d quads%n", store.stats().quads());
            timed("import into it", () -> read(store, later));
            out.printf("%d quads%n", store.stats().quads());
        }
    }

    private void fill(EventStore store, Path news) throws IOException {
        timed("import", () -> read(store, news));
        timed("fusion", () -> new EventFusion().fuse(store).reports());
        store.optimise();
        long quads = store.stats().quads();
        CompactReport[] disk = new CompactReport[1];
        timed("compact", () -> {
            disk[0] = store.compact();
            return quads;
        });
        out.printf(
                "bytes a quad %.0f before, %.0f after; search %d and %d MB%n",
                disk[0].before().quads() / (double) quads,
                disk[0].after().quads() / (double) quads,
                disk[0].before().search() >> 20,
                disk[0].after().search() >> 20);
    }

    private long read(EventStore store, Path exported) {
        return store.read(List.of(exported), false, out::println).statements();
    }

    private void ask(EventStore store) {
        for (StoredQuery query : QueryCatalogue.shipped().queries()) {
            if (query.name().startsWith("federated")) {
                continue;
            }
            long start = System.nanoTime();
            double worked = processor();
            String failed = "";
            try {
                store.query(
                        query,
                        Map.of(),
                        ResultFormat.CSV,
                        new QueryLimits(Duration.ofSeconds(LONGEST), Integer.MAX_VALUE),
                        OutputStream.nullOutputStream());
            } catch (StoreException | IllegalArgumentException fault) {
                failed = fault.getMessage();
            }
            out.printf(
                    "query %-32s %6d ms, %6.0f of processor %s%n",
                    query.name(), millis(start), (processor() - worked) * 1000, failed);
        }
    }

    private interface Work {
        long run() throws IOException;
    }

    private void timed(String what, Work work) throws IOException {
        System.gc();
        double worked = processor();
        long start = System.nanoTime();
        long count = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                "%s: %d in %.1f s, %.0f a second, %.1f s of processor, load %.1f%n",
                what,
                count,
                seconds,
                count / seconds,
                processor() - worked,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static long millis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static void write(Path file, int first, int end) throws IOException {
        Random random = new Random(first);
        try (Writer to = Files.newBufferedWriter(file)) {
            for (int i = first; i < end; i++) {
                ArticleGraph graph = Graphs.accusation("made-" + i, actor(random), actor(random));
                write(graph.article(), NodeFactory.createURI(graph.iri()), to);
                write(graph.entities(), StoreGraph.ENTITIES.node(), to);
            }
        }
    }

    private static void write(Model content, Node name, Writer to) throws IOException {
        for (Triple triple : content.getGraph().find().toList()) {
            to.write(NodeFmtLib.strNQ(Quad.create(name, triple)) + "\n");
        }
    }

    private static String actor(Random random) {
        return "Q" + (1 + (int) (ACTORS * random.nextDouble() * random.nextDouble()));
    }
}
