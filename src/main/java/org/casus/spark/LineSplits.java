package org.casus.spark;

import com.google.common.collect.Iterators;
import com.google.common.collect.Streams;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapred.FileInputFormat;
import org.apache.hadoop.mapred.FileSplit;
import org.apache.hadoop.mapred.InputSplit;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapred.TextInputFormat;
import org.apache.spark.api.java.JavaHadoopRDD;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.article.ReadingOptions;
import scala.Tuple2;

/** Files of plain JSON Lines, each cut into stretches that are read at once. */
final class LineSplits {
    private final Map<String, Tuple2<Integer, InputFile>> files = new HashMap<>();
    private final JavaHadoopRDD<LongWritable, Text> splits;

    /** A stretch of a file, by where it begins. */
    private record Stretch(String path, long begin) implements Serializable, Comparable<Stretch> {
        static Stretch of(InputSplit split) {
            FileSplit stretch = (FileSplit) split;
            return new Stretch(stretch.getPath().toString(), stretch.getStart());
        }

        @Override
        public int compareTo(Stretch other) {
            int byPath = path.compareTo(other.path);
            return byPath == 0 ? Long.compare(begin, other.begin) : byPath;
        }
    }

    /** @param files with their numbers in the input */
    LineSplits(JavaSparkContext spark, List<Tuple2<Integer, InputFile>> files, int parts) {
        files.forEach(file -> this.files.put(file._2().path(), file));
        JobConf job = new JobConf(spark.hadoopConfiguration());
        FileInputFormat.setInputPaths(
                job, this.files.keySet().stream().sorted().map(Path::new).toArray(Path[]::new));
        // A carriage return alone ends no line, here as on one machine.
        job.set("textinputformat.record.delimiter", "\n");
        splits = (JavaHadoopRDD<LongWritable, Text>)
                spark.hadoopRDD(job, TextInputFormat.class, LongWritable.class, Text.class, parts);
    }

    JavaPairRDD<RecordKey, Reading> readings(Map<String, String> fields) {
        Map<String, Tuple2<Integer, InputFile>> numbered = files;
        Map<Stretch, Long> before = linesBefore();
        return splits.mapPartitionsWithInputSplit(
                        (split, lines) -> {
                            Stretch stretch = Stretch.of(split);
                            var file = Objects.requireNonNull(numbered.get(stretch.path()), stretch.path());
                            return read(file._1(), file._2().name(), before.getOrDefault(stretch, 0L), fields, lines);
                        },
                        false)
                .mapToPair(pair -> pair);
    }

    /** How many lines stand before each stretch; where files are cut, they are read once more to count them. */
    private Map<Stretch, Long> linesBefore() {
        if (splits.getNumPartitions() <= files.size()) {
            return Map.of();
        }
        TreeMap<Stretch, Long> counts = new TreeMap<>();
        splits.mapPartitionsWithInputSplit(
                        (split, lines) -> Iterators.singletonIterator(
                                new Tuple2<>(Stretch.of(split), (long) Iterators.size(lines))),
                        false)
                .collect()
                .forEach(count -> counts.put(count._1(), count._2()));
        Map<Stretch, Long> before = new HashMap<>();
        String path = "";
        long lines = 0;
        for (Map.Entry<Stretch, Long> count : counts.entrySet()) {
            lines = count.getKey().path().equals(path) ? lines : 0;
            path = count.getKey().path();
            before.put(count.getKey(), lines);
            lines += count.getValue();
        }
        return before;
    }

    private static Iterator<Tuple2<RecordKey, Reading>> read(
            int file,
            String name,
            long before,
            Map<String, String> fields,
            Iterator<Tuple2<LongWritable, Text>> lines) {
        ArticleReader reader = new ArticleReader(new ReadingOptions(List.of(), List.of(), fields));
        AtomicLong place = new AtomicLong(before);
        return Streams.stream(lines)
                .flatMap(line -> {
                    long number = place.incrementAndGet();
                    return reader.readLine(line._2().copyBytes(), name + ":" + number).stream()
                            .map(reading -> new Tuple2<>(new RecordKey(reading.id(), file, number), reading));
                })
                .iterator();
    }
}
