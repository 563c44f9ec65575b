package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.casus.annotation.Annotator;
import org.casus.annotation.SharedAnnotator;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.extraction.Extractor;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.casus.store.QueryCatalogue;
import org.casus.store.ResultFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("models")
class LocalIngestTest {
    private static final Supplier<Pipeline> MODELS = () -> new Pipeline(SharedAnnotator.get(), new Extractor());

    @TempDir
    private Path folder;

    private final List<Reading.Rejected> faults = new ArrayList<>();

    @Test
    void buildsTheExampleTwiceToTheSameBytes() throws IOException {
        Path built = ExampleStore.copy(folder.resolve("store"));
        try (EventStore store = EventStore.open(built);
                EventStore other = EventStore.inMemory()) {
            String once = export(store);

            IngestReport second = ExampleStore.ingest(store);
            IngestReport afresh = ExampleStore.ingest(other);

            assertThat(second.stored().unchanged()).isEqualTo(25);
            assertThat(second.stored().changed()).isFalse();
            assertThat(afresh.stored().added()).isEqualTo(25);
            assertThat(export(store)).isEqualTo(once).contains("https://w3id.org/casus/data/");
            assertThat(export(other)).isEqualTo(once);
            assertThat(store.check()).isEmpty();
        }
    }

    /** One article a run, and every fourth forgotten once before it comes again. */
    @Test
    void buildsTheSameEventsFromTheExamplesInAnyOrder() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(ExampleStore.ARTICLES)) {
            listed.sorted().forEach(files::add);
        }
        Collections.shuffle(files, new Random(7));
        try (EventStore atOnce = EventStore.openExisting(ExampleStore.folder());
                EventStore oneByOne = EventStore.inMemory()) {
            for (int i = 0; i < files.size(); i++) {
                ExampleStore.ingest(oneByOne, files.get(i));
                if (i % 4 == 0) {
                    Path gone = files.get(i / 2);
                    assertThat(oneByOne.forget(PathUtils.getBaseName(gone))).isTrue();
                    ExampleStore.ingest(oneByOne, gone);
                }
            }

            assertThat(events(oneByOne)).isEqualTo(events(atOnce));
        }
    }

    @Test
    void takesFromTheExampleWhatAReaderSees() {
        try (EventStore store = EventStore.openExisting(ExampleStore.folder())) {
            assertThat(rows(store, "territory/status"))
                    .contains("recognisedAsPartOf", "independentDeFacto", "Azerbaijan");
            assertThat(rows(store, "offices/holders")).contains("Nikol Pashinyan", "Hikmet Hajiyev");
            assertThat(rows(store, "evidence/by-speaker")).contains("Hikmet Hajiyev");
        }
    }

    @Test
    void replacesAChangedArticleAndCountsWhatIsBad() throws IOException {
        Path news = folder.resolve("news.jsonl");
        try (EventStore store = EventStore.inMemory()) {
            Files.writeString(
                    news, line("a", "Ghana condemned the coup in Niger.") + "no json\n" + "{\"id\": \"b\"}\n");
            IngestReport first = ingest(store, news);
            Files.writeString(news, line("a", "Ghana praised Togo. Ghana condemned the coup in Niger."));

            IngestReport second = ingest(store, news);

            assertThat(first.read()).isEqualTo(3);
            assertThat(first.rejected()).containsOnlyKeys("malformed", "no-text");
            assertThat(faults).anyMatch(fault -> fault.fault().contains("news.jsonl:2: "));
            assertThat(second.stored().replaced()).isEqualTo(1);
            assertThat(store.stats().articles()).isEqualTo(1);
        }
    }

    @Test
    void readsNothingAgainThatIsStoredAsItWouldBe() throws IOException {
        Path news = folder.resolve("news.jsonl");
        Files.writeString(news, line("a", "Ghana praised Togo.") + line("b", "Mali condemned Chad."));
        try (EventStore store = EventStore.inMemory()) {
            ingest(store, news);
            Files.writeString(news, line("a", "Ghana praised Togo.") + line("b", "Mali praised Chad."));

            IngestReport changed = ingest(store, news);
            IngestReport unchanged = new LocalIngest(
                            () -> {
                                throw new AssertionError("models asked for");
                            },
                            store,
                            Instant.EPOCH)
                    .run(List.of(news), 2, read -> {}, faults::add);

            assertThat(changed.stored().replaced()).isEqualTo(1);
            assertThat(changed.stored().unchanged()).isEqualTo(1);
            assertThat(changed.tokens()).isEqualTo(4);
            assertThat(unchanged.stored().unchanged()).isEqualTo(2);
        }
    }

    /** What would have changed in the rules is here the name of a setting. */
    @Test
    void asksNoModelAgainWhereOnlyRulesChanged() {
        try (EventStore store = EventStore.inMemory()) {
            ingest(store, ExampleStore.ARTICLES);
            String before = export(store);
            Pipeline unloaded = new Pipeline(Annotator.onDemand(false), new Extractor());

            IngestReport again = ingest(store, unloaded, ExampleStore.ARTICLES, false);

            assertThat(again.annotations()).isEqualTo(new IngestReport.Reuse(25, 0));
            assertThat(unloaded.annotator().timings().nanos().values()).allMatch(nanos -> nanos == 0);
            assertThat(export(store)).isEqualTo(before);
        }
    }

    @Test
    void annotatesAgainWhatIsAskedForOrDamaged() throws IOException {
        Path news = folder.resolve("news.jsonl");
        Files.writeString(news, line("a", "Ghana praised Togo.") + line("b", "Mali condemned Chad."));
        try (EventStore store = EventStore.inMemory()) {
            ingest(store, news);
            String before = export(store);
            Pipeline models = MODELS.get();
            String key = KeptAnnotations.key(models.annotator(), article("a", "Ghana praised Togo."));
            store.keepAnnotation("a", key, new byte[] {1, 2, 3, 4, 5});
            store.put(List.of());

            IngestReport damaged = ingest(store, models, news, false);
            IngestReport asked = ingest(store, models, news, true);

            assertThat(damaged.annotations()).isEqualTo(new IngestReport.Reuse(1, 1));
            assertThat(asked.annotations()).isEqualTo(new IngestReport.Reuse(0, 0));
            assertThat(asked.tokens()).isEqualTo(8);
            assertThat(export(store)).isEqualTo(before);
        }
    }

    @Test
    void annotatesAnArticleOfAnotherDateOrTextAgain() {
        Annotator annotator = SharedAnnotator.get();
        Article article = new Article("a", "It left on Friday.", null, "2024-03-05", null, null, null);
        Article later = new Article("a", "It left on Friday.", null, "2024-04-05", null, null, null);
        Article retitled = new Article("b", "It left on Friday.", "Ship", "2024-03-05", "Paper", null, null);

        String key = KeptAnnotations.key(annotator, article);

        assertThat(KeptAnnotations.key(annotator, retitled)).isEqualTo(key);
        assertThat(KeptAnnotations.key(annotator, later)).isNotEqualTo(key);
        assertThat(KeptAnnotations.key(annotator, article("a", "It left."))).isNotEqualTo(key);
        assertThat(KeptAnnotations.key(Annotator.onDemand(true), article)).isNotEqualTo(key);
    }

    @Test
    void readsEverythingAgainForOtherSettings() throws IOException {
        Path news = folder.resolve("news.jsonl");
        Files.writeString(news, line("a", "Ghana praised Togo."));
        try (EventStore store = EventStore.inMemory()) {
            ingest(store, news);

            IngestReport again = new LocalIngest(new ArticleReader(), MODELS, "other", store, Instant.EPOCH)
                    .run(List.of(news), 1, read -> {}, faults::add);

            assertThat(again.tokens()).isPositive();
            assertThat(again.stored().unchanged()).isEqualTo(1);
        }
    }

    @Test
    void refusesASecondArticleOfTheSameIdInOneRun() throws IOException {
        Path news = folder.resolve("news.jsonl");
        Files.writeString(news, line("a", "Ghana praised Togo.") + line("a", "Mali condemned Chad."));
        try (EventStore store = EventStore.inMemory()) {
            IngestReport report = ingest(store, news);

            assertThat(report.rejected()).containsEntry("duplicate-id", 1);
            assertThat(report.stored().added()).isEqualTo(1);
        }
    }

    @Test
    void readsOnceWhatComesTwiceAndKeepsTheFirst() throws IOException {
        Path news = folder.resolve("news.jsonl");
        String again = line("a", "Ghana praised Togo.").replace("}", ", \"publisher\": \"The Other\"}");
        Files.writeString(news, line("a", "Ghana praised Togo.") + again);
        try (EventStore store = EventStore.inMemory()) {
            IngestReport first = ingest(store, news);
            IngestReport second = ingest(store, news);

            assertThat(first.repeated()).isEqualTo(1);
            assertThat(first.stored().added()).isEqualTo(1);
            assertThat(first.tokens()).isEqualTo(4);
            assertThat(second.repeated()).isEqualTo(1);
            assertThat(second.stored().unchanged()).isEqualTo(1);
        }
    }

    @Test
    void countsArticlesWhoseDateNobodyCanTell() throws IOException {
        Path news = folder.resolve("news.jsonl");
        Files.writeString(news, """
                {"id": "a", "date": "2024-03-04", "text": "Ghana praised Togo."}
                {"id": "b", "date": "03/04/2024", "text": "Ghana praised Mali."}
                """);
        try (EventStore store = EventStore.inMemory()) {
            assertThat(ingest(store, news).undated()).isEqualTo(1);
        }
    }

    @Test
    void countsTheTokensOfItsOwnRunAlone() throws IOException {
        Path news = folder.resolve("news.jsonl");
        Files.writeString(news, line("a", "Ghana praised Togo."));
        Pipeline shared = MODELS.get();
        try (EventStore store = EventStore.inMemory()) {
            new LocalIngest(() -> shared, store, Instant.EPOCH).run(List.of(news), 1, read -> {}, faults::add);
            Files.writeString(news, line("b", "Mali condemned Chad."));

            IngestReport second =
                    new LocalIngest(() -> shared, store, Instant.EPOCH).run(List.of(news), 1, read -> {}, faults::add);

            assertThat(second.tokens()).isEqualTo(4);
            assertThat(second.nanos()).containsKeys(Floor.ANNOTATION, Floor.STORE, Floor.FUSION);
        }
    }

    @Test
    void stopsAfterWhatItHasBegunAndKeepsIt() throws IOException {
        Path news = folder.resolve("news.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            lines.append(line("a" + i, "Ghana praised Togo."));
        }
        Files.writeString(news, lines);
        try (EventStore store = EventStore.inMemory()) {
            LocalIngest ingest = new LocalIngest(MODELS, store, Instant.EPOCH);

            IngestReport report = ingest.run(List.of(news), 2, read -> ingest.stop(), faults::add);

            assertThat(report.stopped()).isTrue();
            assertThat(report.read()).isBetween(1L, 50L);
            assertThat(store.stats().articles()).isEqualTo(report.read());
        }
    }

    private IngestReport ingest(EventStore store, Path input) {
        return new LocalIngest(MODELS, store, Instant.EPOCH).run(List.of(input), 2, read -> {}, faults::add);
    }

    /** Builds for other settings than before. */
    private IngestReport ingest(EventStore store, Pipeline models, Path input, boolean afresh) {
        return new LocalIngest(new ArticleReader(), () -> models, "other", store, Instant.EPOCH, afresh)
                .run(List.of(input), 2, read -> {}, faults::add);
    }

    private static Article article(String id, String text) {
        return new Article(id, text, null, null, null, null, null);
    }

    private static String line(String id, String text) {
        return "{\"id\": \"%s\", \"text\": \"%s\"}\n".formatted(id, text);
    }

    private static String export(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.NQUADS, List.of(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String events(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.TURTLE, List.of("events"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String rows(EventStore store, String query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(QueryCatalogue.shipped().find(query).orElseThrow(), Map.of(), ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
