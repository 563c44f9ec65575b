package org.casus.spark;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.article.ReadingOptions;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The rows of a stretch of a Parquet file -> readings; a row is read as the JSON that says the same. */
final class ParquetRows extends AbstractIterator<Tuple2<RecordKey, Reading>> {
    /** Mostly as much as a group of rows, which is read as a whole. */
    private static final long STRETCH = 128L << 20;

    private final Stretch stretch;
    private final ArticleReader reader;
    private final Configuration configuration;
    private @Nullable ParquetReader<Group> rows;
    private boolean broken;

    /** The groups of rows whose middle lies in it. */
    private record Stretch(int number, InputFile file, long begin, long end) implements Serializable {}

    private ParquetRows(Stretch stretch, Map<String, String> fields, Configuration configuration) {
        this.stretch = stretch;
        this.reader = new ArticleReader(new ReadingOptions(List.of(), List.of(), fields));
        this.configuration = configuration;
    }

    /**
     * Files with their numbers in the input, cut into stretches that are read at once.
     *
     * @param fields what a column is called where it has no usual name
     */
    static JavaPairRDD<RecordKey, Reading> readings(
            JavaSparkContext spark, List<Tuple2<Integer, InputFile>> files, Map<String, String> fields) {
        List<Stretch> stretches = new ArrayList<>();
        for (Tuple2<Integer, InputFile> file : files) {
            for (long begin = 0; begin < file._2().bytes(); begin += STRETCH) {
                stretches.add(new Stretch(file._1(), file._2(), begin, begin + STRETCH));
            }
        }
        Broadcast<SerializableConfiguration> configuration =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        return spark.parallelize(stretches, Math.max(1, stretches.size()))
                .flatMapToPair(stretch -> read(stretch, fields, configuration.value()));
    }

    private static Iterator<Tuple2<RecordKey, Reading>> read(
            Stretch stretch, Map<String, String> fields, SerializableConfiguration configuration) {
        ParquetRows rows = new ParquetRows(stretch, fields, configuration.value());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> rows.close());
        return rows;
    }

    /** Where a file is broken, the rest of it cannot be read. */
    @Override
    protected @Nullable Tuple2<RecordKey, Reading> computeNext() {
        if (broken) {
            return endOfData();
        }
        try {
            Optional<Tuple2<RecordKey, Reading>> next = nextReading();
            return next.isPresent() ? next.get() : endOfData();
        } catch (IOException | RuntimeException fault) {
            broken = true;
            String name = stretch.file().name();
            String id = stretch.begin() == 0 ? name : name + ":" + stretch.begin();
            String words =
                    String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
            return keyed(
                    new Reading.Rejected(id, "malformed", "%s: not Parquet, or broken: %s".formatted(name, words)),
                    stretch.begin());
        }
    }

    private Optional<Tuple2<RecordKey, Reading>> nextReading() throws IOException {
        ParquetReader<Group> open = rows == null ? open() : rows;
        for (Group row = open.read(); row != null; row = open.read()) {
            long number = open.getCurrentRowIndex() + 1;
            Optional<Reading> reading =
                    reader.readLine(ParquetJson.bytes(row), stretch.file().name() + ":" + number);
            if (reading.isPresent()) {
                return Optional.of(keyed(reading.get(), number));
            }
        }
        return Optional.empty();
    }

    private Tuple2<RecordKey, Reading> keyed(Reading reading, long number) {
        return new Tuple2<>(new RecordKey(reading.id(), stretch.number(), number), reading);
    }

    private ParquetReader<Group> open() throws IOException {
        ParquetReader<Group> open = ParquetReader.builder(
                        new GroupReadSupport(), new Path(stretch.file().path()))
                .withConf(configuration)
                .withFileRange(stretch.begin(), stretch.end())
                .build();
        rows = open;
        return open;
    }

    private void close() {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
