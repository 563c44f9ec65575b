package org.casus.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.casus.article.Reading;
import org.casus.pipeline.PipelineSettings;
import scala.Tuple2;

/**
 * Files -> N-Quads on many machines: reads, brings records of one id together, runs the pipeline in each executor,
 * writes one sorted file a part, which {@code import} takes into a store, and puts the reports together to events. A
 * run that ended early is taken up again where it is started on the same folder.
 */
public final class SparkIngest {
    /** About a thousand articles, which keep a core busy for a minute or two. */
    private static final long BYTES_A_PART = 4L << 20;

    private static final int PARTS_A_CORE = 4;
    private static final String PLAN = "plan.json";
    private static final String DRIVER = "driver";

    private final JavaSparkContext spark;
    private final ArticleStep step;

    /** The caller closes the context. */
    SparkIngest(JavaSparkContext spark, ArticleStep step) {
        this.spark = spark;
        this.step = step;
    }

    /**
     * Reads all inputs in a session of its own.
     *
     * @param master where it runs; what {@code spark-submit} has set, or else this machine, if none is named
     */
    public static SparkReport run(Optional<String> master, SparkJob job) throws IOException {
        // A fault in a user's table is told before anything is begun.
        job.settings().onDemand();
        try (JavaSparkContext spark = new JavaSparkContext(configuration(master))) {
            return over(spark, job.settings()).run(job);
        }
    }

    /** With the models that such settings ask for, loaded once in each executor. */
    static SparkIngest over(JavaSparkContext spark, PipelineSettings settings) throws IOException {
        SentSettings sent = SentSettings.send(settings, spark);
        return new SparkIngest(spark, article -> ExecutorPipeline.run(sent, article));
    }

    private static SparkConf configuration(Optional<String> master) {
        SparkConf configuration = new SparkConf().setIfMissing("spark.app.name", "casus");
        master.ifPresent(configuration::setMaster);
        configuration.setIfMissing("spark.master", "local[*]");
        if (configuration.get("spark.master").startsWith("local")) {
            configuration
                    .setIfMissing("spark.ui.enabled", "false")
                    .setIfMissing("spark.driver.host", "localhost")
                    .setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        return configuration;
    }

    /** Reads all inputs. */
    SparkReport run(SparkJob job) throws IOException {
        long start = System.nanoTime();
        SerializableConfiguration configuration = new SerializableConfiguration(spark.hadoopConfiguration());
        RunFolder folder = new RunFolder(job.out(), configuration);
        List<InputFile> files = new InputListing(spark.hadoopConfiguration()).files(job.inputs());
        int parts = job.parts() == 0 ? usualParts(files) : job.parts();
        RunPlan plan = plan(
                folder,
                new RunPlan(job.version(), parts, job.settings(), job.settings().fingerprint(), job.fields(), files));
        ArticleStep work = step;
        List<PartReport> reports = new ArticleSource(spark)
                .readings(files, job.fields(), plan.parts())
                .repartitionAndSortWithinPartitions(new ByFingerprint(ByFingerprint.Key.ARTICLE, plan.parts()))
                .mapPartitionsWithIndex((number, records) -> part(folder, work, number, records), true)
                .collect();
        FusedEvents events =
                job.fusion() ? new SparkFusion(spark, folder, plan.parts()).run(reports) : FusedEvents.NONE;
        SparkReport report = SparkReport.of(plan, spark.version(), (System.nanoTime() - start) / 1e9, reports, events);
        folder.writeJson("manifest.json", DRIVER, report);
        return report;
    }

    private static Iterator<PartReport> part(
            RunFolder folder, ArticleStep step, int number, Iterator<Tuple2<RecordKey, Reading>> records)
            throws IOException {
        String writer = "attempt-" + TaskContext.get().taskAttemptId();
        return List.of(new PartTask(folder, step, number, writer).run(records)).iterator();
    }

    /** That of the run in the folder, if it is the same work; a folder of other content is not touched. */
    private static RunPlan plan(RunFolder folder, RunPlan asked) throws IOException {
        if (folder.isEmpty()) {
            folder.writeJson(PLAN, DRIVER, asked);
            return asked;
        }
        return folder.readJson(PLAN, RunPlan.class)
                .filter(asked::isSameWork)
                .orElseThrow(() -> new IllegalArgumentException(folder
                        + ": holds something else than a run over this input with these options; name another folder"));
    }

    private int usualParts(List<InputFile> files) {
        long bytes = files.stream().mapToLong(InputFile::bytes).sum();
        return (int) Math.max(bytes / BYTES_A_PART, (long) spark.defaultParallelism() * PARTS_A_CORE);
    }
}
