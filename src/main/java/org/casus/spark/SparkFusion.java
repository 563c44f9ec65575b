package org.casus.spark;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import com.google.common.collect.Lists;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.casus.export.EventRows;
import org.casus.export.Profile;
import org.casus.fusion.Alike;
import org.casus.fusion.Derived;
import org.casus.fusion.FusionStages;
import org.casus.fusion.Report;
import org.casus.fusion.ToldReport;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * The graphs of articles, as a run has written them -> the graph of events: reports that share a block are compared,
 * what hangs together is put together in one place, and what follows from all events is added. Beside the graph stands
 * the table of events.
 */
final class SparkFusion {
    private static final String OF_ENTITIES = "<" + Vocabulary.ENTITIES_GRAPH + "> .";

    private static final ImmutableList<Derived> KINDS = ImmutableList.copyOf(Derived.values());

    private final JavaSparkContext spark;
    private final RunFolder folder;
    private final int parts;

    SparkFusion(JavaSparkContext spark, RunFolder folder, int parts) {
        this.spark = spark;
        this.folder = folder;
        this.parts = parts;
    }

    /** A line and where it comes from. */
    private record Told(String file, String line) implements Serializable {}

    /**
     * Reports that hang together, as the events that they tell of.
     *
     * @param evidence what the table tells of the reports
     */
    private record Fused(List<String> events, List<String> evidence) implements Serializable {}

    FusedEvents run(List<PartReport> articles) {
        List<String> written = articles.stream()
                .filter(part -> part.statements() > 0)
                .map(PartReport::file)
                .toList();
        JavaRDD<String> files = spark.parallelize(written, Math.max(1, written.size()));
        JavaPairRDD<String, ToldReport> reports = reports(files).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Fused> fused = fused(reports).persist(StorageLevel.MEMORY_AND_DISK());
        FusedEvents events =
                new FusedEvents(graph(files, fused.flatMap(set -> set.events().iterator())), table(fused));
        fused.unpersist(false);
        reports.unpersist(false);
        return events;
    }

    private List<EventFile> graph(JavaRDD<String> files, JavaRDD<String> events) {
        RunFolder into = folder;
        return events.union(following(files, events))
                .mapToPair(line -> new Tuple2<>(line, 0))
                .repartitionAndSortWithinPartitions(new ByFingerprint(ByFingerprint.Key.SUBJECT, parts))
                .mapPartitionsWithIndex((number, lines) -> write(into, number, lines), true)
                .filter(file -> file.statements() > 0)
                .collect();
    }

    /** By their IRIs. An entity is what all articles say of it, not those of one part. */
    private List<TableFile> table(JavaRDD<Fused> fused) {
        RunFolder into = folder;
        return fused.mapPartitionsWithIndex((number, sets) -> writeTable(into, number, sets), true)
                .collect();
    }

    private static Iterator<TableFile> writeTable(RunFolder folder, int number, Iterator<Fused> sets)
            throws IOException {
        List<List<@Nullable Object>> rows = EventRows.of(
                bytes(stream(sets).flatMap(set -> Stream.concat(set.events().stream(), set.evidence().stream()))),
                Profile.CASUS);
        if (rows.isEmpty()) {
            return List.<TableFile>of().iterator();
        }
        String file = "table/part-%05d.parquet".formatted(number);
        String writer = "attempt-" + TaskContext.get().taskAttemptId();
        ParquetTable table = new ParquetTable("events", EventRows.columns(Profile.CASUS));
        RunFolder.Written written = folder.write(file, writer, out -> table.write(rows, out));
        return List.of(new TableFile(file, rows.size(), written.bytes(), written.sha256()))
                .iterator();
    }

    private JavaPairRDD<String, ToldReport> reports(JavaRDD<String> files) {
        RunFolder from = folder;
        JavaPairRDD<String, String> entities = files.flatMapToPair(file -> from.lines(file)
                        .filter(line -> line.endsWith(OF_ENTITIES))
                        .map(line -> new Tuple2<>(ByFingerprint.Key.SUBJECT.of(line), new Told(file, line)))
                        .iterator())
                .groupByKey(parts)
                .flatMapToPair(entity -> toAll(Lists.newArrayList(entity._2())));
        return files.mapToPair(file -> new Tuple2<>(file, file))
                .cogroup(entities, Math.max(1, files.getNumPartitions()))
                .flatMap(part -> FusionStages.reports(
                                withEntities(from, part._1(), part._2()._2()))
                        .iterator())
                .mapToPair(told -> new Tuple2<>(told.report().id(), told));
    }

    /** All that is said of an entity, for each of the files that it stands in. */
    private static Iterator<Tuple2<String, String>> toAll(List<Told> told) {
        Set<String> lines = told.stream().map(Told::line).collect(Collectors.toCollection(TreeSet::new));
        return told.stream()
                .map(Told::file)
                .distinct()
                .flatMap(file -> lines.stream().map(line -> new Tuple2<>(file, line)))
                .iterator();
    }

    private static InputStream withEntities(RunFolder folder, String file, Iterable<String> entities)
            throws IOException {
        return new SequenceInputStream(
                folder.unzipped(file), bytes(StreamSupport.stream(entities.spliterator(), false)));
    }

    private static InputStream bytes(Stream<String> lines) {
        return new ByteArrayInputStream(
                lines.map(line -> line + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
    }

    private JavaRDD<Fused> fused(JavaPairRDD<String, ToldReport> reports) {
        JavaRDD<Alike> alike = reports.values()
                .map(ToldReport::report)
                .flatMapToPair(report -> FusionStages.blocks(report).stream()
                        .map(block -> new Tuple2<>(block, report))
                        .iterator())
                .groupByKey(parts)
                .values()
                .mapPartitions(blocks -> {
                    FusionStages stages = new FusionStages();
                    return flat(Iterators.transform(blocks, block -> stages.alike(Lists.newArrayList(block))));
                })
                .distinct(parts)
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<String, String> roots =
                Components.of(alike.mapToPair(pair -> new Tuple2<>(pair.one(), pair.other())));
        JavaPairRDD<String, ToldReport> members = reports.leftOuterJoin(roots, parts)
                .mapToPair(report -> new Tuple2<>(
                        report._2()._2().orElse(report._1()), report._2()._1()));
        JavaPairRDD<String, Alike> links = alike.mapToPair(pair -> new Tuple2<>(pair.one(), pair))
                .leftOuterJoin(roots, parts)
                .mapToPair(pair ->
                        new Tuple2<>(pair._2()._2().orElse(pair._1()), pair._2()._1()));
        return members.cogroup(links, parts).values().mapPartitions(sets -> {
            FusionStages stages = new FusionStages();
            return Iterators.transform(sets, set -> fused(Lists.newArrayList(set._1()), set._2(), stages));
        });
    }

    private static Fused fused(List<ToldReport> told, Iterable<Alike> links, FusionStages stages) {
        List<Report> reports = told.stream().map(ToldReport::report).toList();
        return new Fused(
                stages.events(reports, Lists.newArrayList(links)),
                told.stream()
                        .flatMap(report -> report.evidence().stream())
                        .distinct()
                        .toList());
    }

    private static <T> Iterator<T> flat(Iterator<? extends Collection<T>> many) {
        return Iterators.concat(Iterators.transform(many, Collection::iterator));
    }

    /** Each kind in one task, over all that it hangs on. */
    private JavaRDD<String> following(JavaRDD<String> files, JavaRDD<String> events) {
        RunFolder from = folder;
        return files.flatMap(file -> from.lines(file).iterator())
                .union(events)
                .flatMapToPair(line -> KINDS.stream()
                        .filter(kind -> kind.needs(line))
                        .map(kind -> new Tuple2<>(KINDS.indexOf(kind), line))
                        .iterator())
                .distinct(parts)
                .partitionBy(new HashPartitioner(KINDS.size()))
                .mapPartitionsWithIndex(
                        (kind, lines) -> FusionStages.following(
                                        KINDS.get(kind), bytes(stream(Iterators.transform(lines, Tuple2::_2))))
                                .iterator(),
                        false);
    }

    private static <T> Stream<T> stream(Iterator<T> all) {
        Iterable<T> once = () -> all;
        return StreamSupport.stream(once.spliterator(), false);
    }

    private static Iterator<EventFile> write(RunFolder folder, int number, Iterator<Tuple2<String, Integer>> lines)
            throws IOException {
        if (!lines.hasNext()) {
            return List.<EventFile>of().iterator();
        }
        String file = "events/part-%05d.nq.gz".formatted(number);
        String writer = "attempt-" + TaskContext.get().taskAttemptId();
        long[] statements = {0};
        RunFolder.Written written = folder.write(file, writer, out -> statements[0] = write(lines, out));
        return List.of(new EventFile(file, statements[0], written.bytes(), written.sha256()))
                .iterator();
    }

    private static long write(Iterator<Tuple2<String, Integer>> lines, OutputStream out) throws IOException {
        GZIPOutputStream gzipped = new GZIPOutputStream(out, 1 << 16);
        long statements = 0;
        String before = "";
        while (lines.hasNext()) {
            String line = lines.next()._1();
            if (!line.equals(before)) {
                gzipped.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                statements++;
            }
            before = line;
        }
        gzipped.finish();
        return statements;
    }
}
