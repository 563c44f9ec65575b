package org.casus.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.apache.spark.launcher.JavaModuleOptions;
import org.casus.article.Article;
import org.casus.fusion.EventFusion;
import org.casus.graph.ArticleGraph;
import org.casus.pipeline.PipelineSettings;
import org.casus.store.ChildProcess;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.casus.store.Graphs;
import org.casus.store.ImportReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over several processes, some of which die: what is written is what one process writes that nobody disturbs. */
class SparkClusterTest {
    private static final int ARTICLES = 200;
    private static final int PARTS = 8;
    private static final String DOOMED = "a77";

    @TempDir
    private Path folder;

    private Path input;

    /** A driver, which its test kills. */
    public static void main(String... arguments) throws IOException {
        try (JavaSparkContext spark = new JavaSparkContext(local())) {
            run(spark, SparkClusterTest::slowly, Path.of(arguments[0]), Path.of(arguments[1]));
        }
    }

    @BeforeEach
    void writeNews() throws IOException {
        input = Files.write(
                folder.resolve("news.jsonl"),
                IntStream.range(0, ARTICLES)
                        .mapToObj("{\"id\": \"a%d\", \"text\": \"It stays.\"}"::formatted)
                        .toList());
    }

    @Test
    void goesOnWhereAKilledDriverEnded() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process driver = start(SparkClusterTest.class, input.toString(), out.toString());
        while (driver.isAlive() && count(out.resolve("parts")) < 2) {
            Thread.sleep(20);
        }
        driver.toHandle().destroyForcibly();
        driver.waitFor();
        long done = count(out.resolve("parts"));
        assertThat(done).isBetween(2L, PARTS - 1L);

        SparkReport report;
        try (JavaSparkContext spark = new JavaSparkContext(local())) {
            report = run(spark, SparkClusterTest::graph, input, out);
        }

        assertThat(report.articles()).isEqualTo(ARTICLES);
        SparkReport undisturbed = undisturbed();
        assertThat(report.parts()).isEqualTo(undisturbed.parts());
        assertThat(report.events()).isEqualTo(undisturbed.events()).isNotEmpty();
    }

    @Test
    void losesAndDoublesNothingWhenAnExecutorOfTwoWorkersDies() throws IOException, InterruptedException {
        String mark = folder.resolve("died").toString();
        ArticleStep step = article -> {
            if (article.id().equals(DOOMED) && isFirst(mark)) {
                Runtime.getRuntime().halt(9);
            }
            return slowly(article);
        };
        Path table = Files.writeString(folder.resolve("own.tsv"), "# mine\n");
        PipelineSettings settings = new PipelineSettings(true, List.of(table.toString()), null, false);
        String port = freePort();
        String master = "spark://127.0.0.1:" + port;
        List<Process> cluster = new ArrayList<>();
        try {
            cluster.add(start(Master.class, "--host", "127.0.0.1", "--port", port, "--webui-port", "0"));
            for (String name : List.of("one", "two")) {
                String work = folder.resolve(name).toString();
                cluster.add(start(
                        Worker.class,
                        "--host",
                        "127.0.0.1",
                        "--webui-port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--work-dir",
                        work,
                        master));
            }
            SparkReport report;
            try (JavaSparkContext spark = new JavaSparkContext(overProcesses(master))) {
                SentSettings sent = SentSettings.send(settings, spark);
                report = run(spark, article -> withTable(sent, step, article), input, folder.resolve("out"));
            }

            assertThat(Path.of(mark)).exists();
            assertThat(report.articles()).isEqualTo(ARTICLES);
            SparkReport undisturbed = undisturbed();
            assertThat(report.parts()).isEqualTo(undisturbed.parts());
            assertThat(report.events()).isEqualTo(undisturbed.events()).isNotEmpty();
            // A worker that is slow to register may find nothing left to do.
            assertThat(count(folder.resolve("one")) + count(folder.resolve("two")))
                    .isPositive();
        } finally {
            for (Process process : Lists.reverse(cluster)) {
                process.destroy();
                process.waitFor();
            }
        }
    }

    /** The files of the settings must have come along to wherever this runs. */
    private static ArticleGraph withTable(SentSettings sent, ArticleStep step, Article article) {
        Path table = Path.of(sent.here().predicates().get(0));
        if (table.toString().startsWith(sent.there().predicates().get(0)) || !Files.isRegularFile(table)) {
            throw new IllegalStateException("no " + table);
        }
        return step.run(article);
    }

    @Test
    void putsReportsTogetherAsOneMachineDoes() throws IOException {
        SparkReport report = undisturbed();

        try (EventStore local = EventStore.inMemory();
                EventStore imported = EventStore.inMemory()) {
            local.put(IntStream.range(0, ARTICLES)
                    .mapToObj(number -> graph(new Article("a" + number, "It stays.", null, null, null, null, null)))
                    .toList());
            new EventFusion().fuse(local);
            ImportReport read = imported.read(
                    List.of(folder.resolve("undisturbed")),
                    false,
                    fault -> assertThat(fault).isEmpty());
            ByteArrayOutputStream events = new ByteArrayOutputStream();
            local.export(ExportFormat.NTRIPLES, List.of("events"), events);
            assertThat(read.events()).isEqualTo(Hashing.sha256().hashBytes(events.toByteArray()));
            // Of 35 pairs of accuser and accused, several articles each.
            assertThat(events.toString(StandardCharsets.UTF_8)).containsPattern("reportCount> \"[2-9]");
        }
        assertThat(report.events()).isNotEmpty();
    }

    private SparkReport undisturbed() throws IOException {
        try (JavaSparkContext spark = new JavaSparkContext(local())) {
            return run(spark, SparkClusterTest::graph, input, folder.resolve("undisturbed"));
        }
    }

    private static SparkReport run(JavaSparkContext spark, ArticleStep step, Path input, Path out) throws IOException {
        return new SparkIngest(spark, step)
                .run(new SparkJob(
                        List.of(input.toString()),
                        out.toString(),
                        PARTS,
                        PipelineSettings.USUAL,
                        Map.of(),
                        true,
                        "test"));
    }

    private static SparkConf local() {
        return configuration("local[2]");
    }

    /** Its executors find their classes where this process does, as there is no distribution of Spark. */
    private static SparkConf overProcesses(String master) {
        return configuration(master)
                .set("spark.executor.memory", "512m")
                .set("spark.executor.cores", "1")
                .set("spark.executor.extraClassPath", ChildProcess.classPath())
                .set("spark.executorEnv.SPARK_SCALA_VERSION", "2.13")
                .set("spark.executorEnv.SPARK_TESTING", "1");
    }

    private static SparkConf configuration(String master) {
        return new SparkConf()
                .setMaster(master)
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }

    private static ArticleGraph slowly(Article article) {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return graph(article);
    }

    private static ArticleGraph graph(Article article) {
        int number = Integer.parseInt(article.id().substring(1));
        return Graphs.accusation(article.id(), "Q" + (number % 7 + 1), "Q" + (number % 5 + 10));
    }

    /** Of all processes that ask. */
    private static boolean isFirst(String mark) {
        try {
            Files.createFile(Path.of(mark));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(Class<?> main, String... arguments) throws IOException {
        ProcessBuilder builder = ChildProcess.of(main, arguments);
        builder.command().add(1, "-Xmx512m");
        builder.command()
                .addAll(1, List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    /** How many visible entries a folder has. */
    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .count();
        }
    }
}
