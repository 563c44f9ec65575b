package org.casus.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.article.ReadingOptions;
import scala.Tuple2;

/** Files -> readings, spread over the machines; each with the number of its file and of its record. */
final class ArticleSource {
    /** So many tasks Spark's driver keeps in its head without trouble. */
    private static final int MOST_TASKS = 10_000;

    private final JavaSparkContext spark;

    ArticleSource(JavaSparkContext spark) {
        this.spark = spark;
    }

    /** @param parts into how many plain JSON Lines are to be cut at least */
    JavaPairRDD<RecordKey, Reading> readings(List<InputFile> files, Map<String, String> fields, int parts) {
        List<Tuple2<Integer, InputFile>> numbered = IntStream.range(0, files.size())
                .mapToObj(number -> new Tuple2<>(number, files.get(number)))
                .toList();
        List<Tuple2<Integer, InputFile>> divisible =
                numbered.stream().filter(file -> file._2().isDivisible()).toList();
        List<Tuple2<Integer, InputFile>> whole = numbered.stream()
                .filter(file -> !file._2().isDivisible() && !file._2().isParquet())
                .toList();
        List<Tuple2<Integer, InputFile>> parquet =
                numbered.stream().filter(file -> file._2().isParquet()).toList();
        JavaPairRDD<RecordKey, Reading> lines = divisible.isEmpty()
                ? JavaPairRDD.fromJavaRDD(spark.emptyRDD())
                : new LineSplits(spark, divisible, parts).readings(fields);
        JavaPairRDD<RecordKey, Reading> rows =
                parquet.isEmpty() ? lines : lines.union(ParquetRows.readings(spark, parquet, fields));
        return whole.isEmpty() ? rows : rows.union(records(whole, fields));
    }

    /** A file that can only be read from its beginning, such as a gzipped one, is read in one task. */
    private JavaPairRDD<RecordKey, Reading> records(
            List<Tuple2<Integer, InputFile>> files, Map<String, String> fields) {
        Broadcast<SerializableConfiguration> configuration =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        return spark.parallelize(files, Math.min(files.size(), MOST_TASKS))
                .flatMapToPair(file -> read(file._1(), file._2(), fields, configuration.value()));
    }

    private static Iterator<Tuple2<RecordKey, Reading>> read(
            int number, InputFile file, Map<String, String> fields, SerializableConfiguration configuration)
            throws IOException {
        Path path = new Path(file.path());
        InputStream bytes = path.getFileSystem(configuration.value()).open(path);
        AtomicLong record = new AtomicLong();
        return new ArticleReader(new ReadingOptions(List.of(), List.of(), fields))
                .read(bytes, file.name())
                .map(reading -> new Tuple2<>(new RecordKey(reading.id(), number, record.incrementAndGet()), reading))
                .iterator();
    }
}
