package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.casus.graph.ArticleGraph;
import org.casus.store.EventStore;
import org.casus.store.ExportFormat;
import org.junit.jupiter.api.Test;

class EventFusionTest {
    private static final String SENTENCE = "Azerbaijani howitzers pounded the trenches above Martakert.";
    private static final ArticleGraph ONE = shelling("one", "Reuters", "2023-09-19");
    private static final ArticleGraph SAME = shelling("same", "BBC", "2023-09-19");
    private static final ArticleGraph LATER = shelling("later", "BBC", "2023-09-20");

    private final EventFusion fusion = new EventFusion();

    @Test
    void joinsTheReportsOfTwoArticlesAndCountsTheirPublishers() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE, SAME, LATER));

            FusionReport report = fusion.fuse(store);

            assertThat(report).isEqualTo(new FusionReport(3, 2, 0));
            assertThat(fusion.fuse(store)).isEqualTo(new FusionReport(0, 0, 0));
            assertThat(events(store)).contains("casus:publisherCount  2", "casus:reportCount     1");
            assertThat(store.check()).isEmpty();
            assertThat(store.stats().eventsByType()).containsEntry("ASSAULT", 2L);
        }
    }

    @Test
    void aCopyIsNoSourceOfItsOwn() {
        String wire = "Azerbaijani howitzers pounded the trenches above Martakert before dawn on Tuesday, setting barns"
                + " and a school bus on fire.";
        ArticleGraph first = told("wire", "Reuters", "2023-09-19", wire);
        ArticleGraph copy = told("copy", "BBC", "2023-09-20", "(Reuters) - " + wire);
        ArticleGraph own = told(
                "own",
                "AFP",
                "2023-09-20",
                "Shells fell on trenches near Martakert early on Tuesday, fired by Azerbaijani guns across the river.");
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(copy, own));
            fusion.fuse(store);
            assertThat(events(store)).contains("casus:publisherCount  2").doesNotContain("casus:repeats");

            store.put(List.of(first));
            fusion.fuse(store);

            assertThat(events(store))
                    .contains("casus:publisherCount  2", "casus:reportCount     3")
                    .containsPattern("copy/r>\\s*casus:repeats +<[^>]*article/wire/r>");
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void followsTheArticlesThatAreThereHoweverTheyCame() {
        try (EventStore together = EventStore.inMemory();
                EventStore apart = EventStore.inMemory()) {
            together.put(List.of(ONE, LATER));
            fusion.fuse(together);
            apart.put(List.of(LATER, SAME));
            fusion.fuse(apart);
            apart.put(List.of(ONE));
            fusion.fuse(apart);
            apart.forget("same");
            fusion.fuse(apart);

            assertThat(events(apart)).isEqualTo(events(together));
        }
    }

    @Test
    void looksAgainOnlyAtWhatCanHaveChanged() {
        try (EventStore store = EventStore.inMemory()) {
            store.put(List.of(ONE, SAME, shelling("old", "BBC", "2020-10-04")));
            fusion.fuse(store);

            store.put(List.of(shelling("older", "Reuters", "2020-10-04")));

            assertThat(fusion.fuse(store).reports()).isEqualTo(2);
        }
    }

    /**
     * Articles come in any order and number, are replaced, forgotten and come again: what counts is which are there.
     */
    @Test
    void givesTheSameEventsStepByStepAsAtOnce() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            try (EventStore grown = EventStore.inMemory();
                    EventStore atOnce = EventStore.inMemory()) {
                Map<String, ArticleGraph> there = grow(grown, random);
                List<ArticleGraph> articles = new ArrayList<>(there.values());
                Collections.shuffle(articles, random);
                atOnce.put(articles);
                fusion.fuse(atOnce);

                assertThat(events(grown)).as("seed %d", seed).isEqualTo(events(atOnce));
                assertThat(grown.check()).isEmpty();
            }
        }
    }

    private Map<String, ArticleGraph> grow(EventStore store, Random random) {
        Map<String, ArticleGraph> there = new TreeMap<>();
        for (int step = 0; step < 12; step++) {
            List<ArticleGraph> batch = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                ArticleGraph article = any(random);
                if (batch.stream().noneMatch(other -> other.articleId().equals(article.articleId()))) {
                    batch.add(article);
                    there.put(article.articleId(), article);
                }
            }
            store.put(batch);
            if (random.nextInt(3) == 0) {
                String gone = "a" + random.nextInt(25);
                store.forget(gone);
                there.remove(gone);
            }
            if (random.nextInt(4) > 0) {
                fusion.fuse(store);
            }
        }
        fusion.fuse(store);
        return there;
    }

    private static ArticleGraph any(Random random) {
        int day = 10 + random.nextInt(6);
        String days = List.of(
                        "",
                        "2023-09-%d/2023-09-%d".formatted(day, day),
                        "2023-09-%d/2023-09-%d".formatted(day, day + random.nextInt(3)),
                        "2023-01-01/2023-12-31")
                .get(random.nextInt(4));
        return new Telegram(
                        "a" + random.nextInt(25),
                        List.of("Reuters", "BBC", "TASS").get(random.nextInt(3)),
                        random.nextInt(5) == 0 ? "" : "2023-09-" + (day + random.nextInt(2)),
                        days,
                        List.of("shelled", "shelling", "attack").get(random.nextInt(3)),
                        List.of("Q227", "Q399").get(random.nextInt(2)),
                        List.of("Q244165", "Q230").get(random.nextInt(2)),
                        random.nextBoolean() ? SENTENCE : "Rivers burst their banks in Kakheti.")
                .graph();
    }

    private static ArticleGraph shelling(String id, String publisher, String day) {
        return new Telegram(id, publisher, "", day + "/" + day, "stays", "Q227", "Q244165", SENTENCE).graph();
    }

    private static ArticleGraph told(String id, String publisher, String published, String sentence) {
        return new Telegram(id, publisher, published, "2023-09-19/2023-09-19", "stays", "Q227", "Q244165", sentence)
                .graph();
    }

    private static String events(EventStore store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.export(ExportFormat.TURTLE, List.of("events"), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
