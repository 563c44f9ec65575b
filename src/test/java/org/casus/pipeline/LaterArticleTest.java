package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.casus.annotation.SharedAnnotator;
import org.casus.article.Article;
import org.casus.classification.SharedClassifier;
import org.casus.extraction.Extractor;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.casus.store.ResultFormat;
import org.casus.store.StoredQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an article leaves open a later one closes, and takes nothing of it back. */
@Tag("models")
class LaterArticleTest {
    private static final String OPEC = "Organization of the Petroleum Exporting Countries";
    private static final Pipeline PIPELINE =
            new Pipeline(SharedAnnotator.get(), new Extractor(SharedClassifier.get(), List.of()));

    @Test
    void closesAMembership() throws IOException {
        try (EventStore store = EventStore.inMemory()) {
            put(store, "2019-06-03", "Qatar joined OPEC in 1961. Ecuador is a member of OPEC.");
            assertThat(ask(store, "network/memberships", Map.of()))
                    .contains("Ecuador," + OPEC + ",,2019-06-03,2019-06-03,,")
                    .contains("Qatar," + OPEC + ",1961-12-31,1961-12-31,1961-12-31,,");

            put(store, "2020-01-02", "Ecuador left OPEC on 1 January 2020. Qatar is not a member of OPEC.");

            assertThat(ask(store, "network/memberships", Map.of()))
                    .contains("Ecuador," + OPEC + ",,2019-06-03,2019-06-03,2020-01-01,Ecuador is a member of OPEC.,"
                            + "2020-01-01 Ecuador left OPEC on 1 January 2020.")
                    .contains("Qatar," + OPEC + ",1961-12-31,1961-12-31,1961-12-31,2020-01-02,");
        }
    }

    @Test
    void leavesNoContradictionWhereTheLandWasHeldBefore() throws IOException {
        try (EventStore store = EventStore.inMemory()) {
            put(
                    store,
                    "2020-11-20",
                    "Armenia had controlled Lachin since 1993. Armenia had controlled Shusha since 1992.");
            put(store, "2020-12-02", "Azerbaijan controls Lachin. Azerbaijan controls Shusha.");
            assertThat(ask(store, "evidence/conflicting-territory", Map.of()).lines())
                    .hasSize(1);

            put(
                    store,
                    "2020-12-03",
                    "Armenia controls Lachin. Azerbaijan has controlled Lachin since 1 December 2020.");
            assertThat(ask(store, "evidence/conflicting-territory", Map.of()))
                    .contains("Lachin,DeFactoRelation,Armenia,Armenia controls Lachin.,Azerbaijan,")
                    .doesNotContain("had controlled", "Shusha");
        }
    }

    @Test
    void doesNotTakeWhatIsToComeForWhatHolds() throws IOException {
        try (EventStore store = EventStore.inMemory()) {
            put(store, "2020-11-20", "Azerbaijan will control Lachin from 1 December 2020.");

            assertThat(ask(store, "territory/status", Map.of("territory", "Lachin"))
                            .lines())
                    .hasSize(2);
            assertThat(ask(store, "territory/control", Map.of("day", "2020-12-05"))
                            .lines())
                    .hasSize(1);
            assertThat(ask(store, "territory/known", Map.of()).lines()).hasSize(1);
        }
    }

    private static void put(EventStore store, String date, String text) {
        store.put(List.of(PIPELINE.run(new Article("on-" + date, text, null, date, null, null, "en"))));
    }

    private static String ask(EventStore store, String name, Map<String, String> values) throws IOException {
        StoredQuery query = QueryCatalogue.shipped().find(name).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(query, values, ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
