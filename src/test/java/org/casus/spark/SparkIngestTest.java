package org.casus.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Type;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.casus.annotation.SharedAnnotator;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.article.Samples;
import org.casus.classification.SharedClassifier;
import org.casus.entity.GazetteerFolder;
import org.casus.export.EventExport;
import org.casus.export.EventFormat;
import org.casus.export.Profile;
import org.casus.extraction.Extraction;
import org.casus.extraction.Extractor;
import org.casus.fusion.EventFusion;
import org.casus.graph.ArticleGraph;
import org.casus.pipeline.ExampleStore;
import org.casus.pipeline.Pipeline;
import org.casus.pipeline.PipelineSettings;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.casus.store.ExportTarget;
import org.casus.store.ImportReport;
import org.casus.store.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("models")
class SparkIngestTest {
    private static final Supplier<Pipeline> PIPELINE = Suppliers.memoize(
            () -> new Pipeline(SharedAnnotator.get(), new Extractor(SharedClassifier.get(), List.of())));
    private static final AtomicInteger RUN = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static JavaSparkContext spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "localhost")
                .set("spark.driver.bindAddress", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    @BeforeEach
    void forgetWhatRan() {
        RUN.set(0);
    }

    @Test
    void givesTheBytesOfARunOnOneMachine() throws IOException {
        List<String> lines = examples();
        Path input = Files.createDirectory(folder.resolve("news"));
        Files.write(input.resolve("a.jsonl"), lines.subList(0, 15));
        gzip(input.resolve("b.jsonl.gz"), lines.subList(15, lines.size()));

        SparkReport report = run(input);

        try (EventStore store = EventStore.inMemory();
                EventStore local = EventStore.openExisting(ExampleStore.folder())) {
            ImportReport imported =
                    store.read(List.of(out()), false, fault -> assertThat(fault).isEmpty());
            new EventFusion().fuse(store);
            assertThat(imported.articles().added()).isEqualTo(lines.size());
            assertThat(export(store)).isEqualTo(export(local));
            assertThat(imported.events()).isEqualTo(Hashing.sha256().hashBytes(events(local)));
            assertThat(table(report)).isEqualTo(table(local));
        }
        assertThat(report.articles()).isEqualTo(lines.size());
        assertThat(report.rejected()).isEmpty();
        assertThat(Files.readString(out().resolve("manifest.json"))).contains("\"articles\" : 25", "b.jsonl.gz");
    }

    @Test
    void writesSortedLinesWhoseHashTheManifestHas() throws IOException {
        Path input = write("a", "Ghana praised Togo.", "b", "Mali condemned Chad.");

        SparkReport report = run(input);

        for (PartReport part : report.parts()) {
            Path file = out().resolve(part.file());
            assertThat(lines(file)).isSorted().doesNotHaveDuplicates().hasSize((int) part.statements());
            assertThat(MoreFiles.asByteSource(file).hash(Hashing.sha256())).hasToString(part.sha256());
            assertThat(Files.size(file)).isEqualTo(part.bytes());
        }
        assertThat(report.statements()).isPositive();
    }

    @Test
    void countsAPoisonedArticleAndKeepsTheOthers() throws IOException {
        Path input = write("a", "Ghana praised Togo.", "poison", "Mali condemned Chad.", "c", "Mali praised Chad.");

        SparkReport report = run(input);

        assertThat(report.articles()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(Map.of("failed", 1L));
        assertThat(rejected()).contains("\"id\":\"poison\"", input + ":2: poison: ", "a poisoned article");
    }

    @Test
    void tellsFileAndLineOfWhatIsBadWhereverTheFileIsCut() throws IOException {
        Path input = folder.resolve("news.jsonl");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(i == 30 ? "no json" : line("same", "Ghana praised Togo."));
        }
        Files.write(input, lines);

        SparkReport report = run(input);

        assertThat(report.read()).isEqualTo(40);
        assertThat(report.articles()).isEqualTo(1);
        assertThat(report.repeated()).isEqualTo(38);
        assertThat(rejected()).contains(input + ":31: ");
    }

    @Test
    void keepsTheFirstOfTwoTextsThatClaimOneId() throws IOException {
        Path input = write("a", "Ghana praised Togo.", "a", "Mali condemned Chad.");

        SparkReport report = run(input);

        assertThat(report.rejected()).isEqualTo(Map.of("duplicate-id", 1L));
        assertThat(all()).contains("Ghana praised Togo.").doesNotContain("Mali condemned Chad.");
    }

    @Test
    void goesOnWhereARunEnded() throws IOException {
        Path input = write("a", "Ghana praised Togo.", "b", "Mali condemned Chad.", "c", "Mali praised Chad.");
        SparkReport once = run(input);
        PartReport lost = once.parts().stream()
                .filter(part -> part.articles() > 0)
                .findFirst()
                .orElseThrow();
        Files.delete(out().resolve(lost.file()));
        Files.delete(out().resolve(lost.file().replace("articles", "parts").replace(".nq.gz", ".json")));
        RUN.set(0);

        SparkReport again = run(input);

        assertThat(RUN.get()).isEqualTo((int) lost.articles()).isLessThan(3);
        assertThat(again.parts()).isEqualTo(once.parts());
    }

    @Test
    void readsACrawl() throws IOException {
        Path input = Files.createDirectory(folder.resolve("crawl"));
        Files.write(input.resolve("a.warc"), Samples.all().get("crawl.warc"));
        Files.write(input.resolve("b.warc.gz"), Samples.all().get("crawl.warc.gz"));

        SparkReport report = run(input);

        assertThat(report.articles()).isEqualTo(1);
        assertThat(report.repeated()).isEqualTo(1);
        assertThat(report.rejected()).isEmpty();
        assertThat(all()).contains(Samples.FIRST, "\"2024-03-05T10:00:00+03:00\"", "\"https://example.org/1\"");
    }

    @Test
    void readsParquetAsTheJsonThatSaysTheSame() throws IOException {
        Path parquet = Files.createDirectory(folder.resolve("parquet"));
        writeParquet(parquet.resolve("part-0.snappy.parquet"));
        Files.writeString(parquet.resolve("part-1.parquet"), "no Parquet");
        Files.writeString(parquet.resolve("_SUCCESS"), "");
        Path json = Files.writeString(folder.resolve("news.jsonl"), """
                {"id": "a", "story": "Ghana praised Togo.", "source": {"name": "Wire"}, "day": "2024-03-05"}
                {"id": "b", "story": "Mali condemned Chad."}
                """);
        Map<String, String> fields = Map.of("text", "story", "date", "day");

        SparkReport report = run(parquet, PipelineSettings.USUAL, fields);
        Path asParquet = Files.move(out(), folder.resolve("as-parquet"));
        SparkReport same = run(json, PipelineSettings.USUAL, fields);

        assertThat(report.articles()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(Map.of("malformed", 1L));
        assertThat(Files.readString(asParquet.resolve("rejected").resolve(partOfRejected(asParquet))))
                .contains("part-1.parquet: not Parquet, or broken: ");
        assertThat(report.parts().stream().map(PartReport::sha256))
                .containsExactlyElementsOf(
                        same.parts().stream().map(PartReport::sha256).toList());
        assertThat(report.table()).isEqualTo(same.table()).isNotEmpty();
    }

    private static Path partOfRejected(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("rejected"))) {
            return files.map(Path::getFileName)
                    .filter(name -> name.toString().startsWith("part"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Two rows, one of them with null where it may be. */
    private static void writeParquet(Path file) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message news {
                  required binary id (STRING);
                  required binary story (STRING);
                  optional group source { optional binary name (STRING); }
                  optional int32 day (DATE);
                }""");
        SimpleGroupFactory rows = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(schema)
                .withConf(spark.hadoopConfiguration())
                .build()) {
            Group first = rows.newGroup().append("id", "a").append("story", "Ghana praised Togo.");
            first.addGroup("source").append("name", "Wire");
            writer.write(first.append("day", (int) LocalDate.of(2024, 3, 5).toEpochDay()));
            writer.write(rows.newGroup().append("id", "b").append("story", "Mali condemned Chad."));
        }
    }

    @Test
    void goesOnWithNoOtherSettings() throws IOException {
        Path input = write("a", "Ghana praised Togo.");
        Path table = Files.writeString(folder.resolve("own.tsv"), "");
        run(input, PipelineSettings.USUAL);

        for (PipelineSettings other : List.of(
                new PipelineSettings(false, List.of(), null, false),
                new PipelineSettings(true, List.of(), null, true),
                new PipelineSettings(true, List.of(table.toString()), null, false))) {
            assertThatThrownBy(() -> run(input, other)).hasMessageContaining("holds something else");
        }
        assertThat(out().resolve("plan.json")).content().contains("\"classifier\" : true", "\"openTriples\" : false");
        assertThat(run(input, PipelineSettings.USUAL).articles()).isEqualTo(1);
    }

    @Test
    void sendsTheFilesOfTheSettings() throws IOException {
        Path table = Files.writeString(
                folder.resolve("own.tsv"), "zonk/v\t-\tREJECT\tmeet\t120\t-\tsubj\tobj\tPeru zonked Chile.\n");
        Path militias = Files.writeString(folder.resolve("militias.tsv"), "name\ttype\nZonk Brigade\tARMED_GROUP\n");
        new GazetteerFolder(folder.resolve("gazetteer")).add(militias);
        PipelineSettings settings = new PipelineSettings(
                false,
                List.of(table.toString(), table.toString()),
                folder.resolve("gazetteer").toString(),
                false);

        SentSettings sent = SentSettings.send(settings, spark);
        List<String> there = spark.parallelize(List.of(sent))
                .map(SparkIngestTest::ruleAndName)
                .collect();

        assertThat(there).containsExactly("own.tsv:1 zonk, Zonk Brigade");
    }

    /** By what a pipeline of such settings finds. */
    private static String ruleAndName(SentSettings sent) throws IOException {
        PipelineSettings here = sent.here();
        List<Path> tables = here.predicates().stream().map(Path::of).toList();
        Extraction extraction = new Extractor(null, tables.subList(1, 2))
                .extract(SharedAnnotator.get()
                        .annotate(new Article("a", "Peru zonked Chile.", null, null, null, null, null)));
        String rule = extraction.events().get(0).rule();
        String name = new GazetteerFolder(Path.of(String.valueOf(here.gazetteer())))
                .find("Zonk Brigade")
                .get(0)
                .entity()
                .name();
        return rule.substring(0, "own.tsv:1 zonk".length()) + ", " + name;
    }

    @Test
    void touchesNoFolderOfOtherContent() throws IOException {
        Path input = write("a", "Ghana praised Togo.");
        Files.writeString(Files.createDirectory(out()).resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> run(input)).hasMessageContaining("holds something else");
        assertThat(out()).isDirectoryNotContaining("glob:**.json");
    }

    private SparkReport run(Path input) throws IOException {
        return run(input, PipelineSettings.USUAL);
    }

    private SparkReport run(Path input, PipelineSettings settings) throws IOException {
        return run(input, settings, Map.of());
    }

    private SparkReport run(Path input, PipelineSettings settings, Map<String, String> fields) throws IOException {
        return new SparkIngest(spark, SparkIngestTest::step)
                .run(new SparkJob(List.of(input.toString()), out().toString(), 5, settings, fields, true, "test"));
    }

    private static ArticleGraph step(Article article) {
        RUN.incrementAndGet();
        if (article.id().equals("poison")) {
            throw new IllegalStateException("a poisoned article");
        }
        return PIPELINE.get().run(article);
    }

    private Path out() {
        return folder.resolve("out");
    }

    /** Ids and texts in turn. */
    private Path write(String... idsAndTexts) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < idsAndTexts.length; i += 2) {
            lines.add(line(idsAndTexts[i], idsAndTexts[i + 1]));
        }
        return Files.write(folder.resolve("news.jsonl"), lines);
    }

    private static String line(String id, String text) {
        return "{\"id\": \"%s\", \"text\": \"%s\"}".formatted(id, text);
    }

    private static List<String> examples() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Reading> readings = new ArticleReader().read(Path.of("examples/articles"))) {
            for (Reading reading : readings.toList()) {
                Article article = ((Reading.Accepted) reading).article();
                Map<String, String> fields = new TreeMap<>();
                fields.put("id", article.id());
                fields.put("text", article.text());
                fields.put("title", article.title());
                fields.put("date", article.date());
                fields.put("publisher", article.publisher());
                fields.put("url", article.url());
                fields.put("language", article.language());
                lines.add(JSON.writeValueAsString(fields));
            }
        }
        return lines;
    }

    private static void gzip(Path file, List<String> lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> lines(Path gzipped) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(gzipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private String all() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(out().resolve("articles"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".nq.gz")).toList()) {
                lines(file).forEach(line -> all.append(line).append('\n'));
            }
        }
        return all.toString();
    }

    private String rejected() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(out().resolve("rejected"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** What the Parquet of a run holds: each event by its IRI, each value by its column. */
    private Map<String, Map<String, String>> table(SparkReport report) throws IOException {
        Map<String, Map<String, String>> table = new TreeMap<>();
        for (TableFile file : report.table()) {
            Path path = out().resolve(file.file());
            assertThat(MoreFiles.asByteSource(path).hash(Hashing.sha256())).hasToString(file.sha256());
            try (ParquetReader<Group> rows = ParquetReader.builder(
                            new GroupReadSupport(), new org.apache.hadoop.fs.Path(path.toUri()))
                    .build()) {
                for (Group row = rows.read(); row != null; row = rows.read()) {
                    Map<String, String> values = new TreeMap<>();
                    for (Type column : row.getType().getFields()) {
                        if (row.getFieldRepetitionCount(column.getName()) > 0) {
                            values.put(
                                    column.getName(),
                                    plain(row.getValueToString(row.getType().getFieldIndex(column.getName()), 0)));
                        }
                    }
                    table.put(values.get("event"), values);
                }
            }
        }
        return table;
    }

    /** The same of what a store exports. */
    private static Map<String, Map<String, String>> table(EventStore store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EventExport(EventFormat.CSV, Profile.CASUS).write(store, Scope.WHOLE, ExportTarget.of(out));
        Map<String, Map<String, String>> table = new TreeMap<>();
        try (CSVParser rows = CSVParser.parse(
                out.toString(StandardCharsets.UTF_8),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord row : rows) {
                Map<String, String> values = new TreeMap<>();
                row.toMap().forEach((column, value) -> {
                    if (!value.isEmpty()) {
                        values.put(column, plain(value));
                    }
                });
                table.put(values.get("event"), values);
            }
        }
        return table;
    }

    /** A number in its shortest form. */
    private static String plain(String value) {
        return value.matches("-?\\d+\\.\\d+")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    private static byte[] events(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.NTRIPLES, List.of("events"), out);
        return out.toByteArray();
    }

    private static String export(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.NQUADS, List.of(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
