package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.casus.store.ResultFormat;
import org.casus.store.StoredQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code examples/articles} tell of offices and lands, as it was known on a day. */
@Tag("models")
class KnownThenTest {
    @Test
    void showsWhatIsSupersededWithItsSuccessorOnceThatIsPublished() throws IOException {
        assertThat(ask("offices/known", Map.of("office", "president", "published", "2023-09-09")))
                .contains("Arayik Harutyunyan,,2023-09-01,2023-09-09,2023-09-09 Samvel Shahramanyan");
        assertThat(ask("offices/known", Map.of("office", "president", "published", "2023-09-08")))
                .doesNotContain("Harutyunyan", "Shahramanyan");
    }

    @Test
    void goesByTheDayThatItHeldToo() throws IOException {
        assertThat(ask("offices/known", Map.of("office", "president", "day", "2023-08-20")))
                .contains("Harutyunyan")
                .doesNotContain("2023-09-09,,");
        assertThat(ask("territory/known", Map.of("territory", "Shusha", "day", "2000-01-01")))
                .contains("Shusha,Armenia,controls,1992-05-31")
                .doesNotContain("Shusha,Azerbaijan");
    }

    /** The examples are taken in at the beginning of 1970. */
    @Test
    void knowsNothingFromBeforeItWasTakenIn() throws IOException {
        for (String name : List.of("offices/known", "territory/known")) {
            assertThat(ask(name, Map.of("ingested", "1969-12-31")).lines()).hasSize(1);
            assertThat(ask(name, Map.of("ingested", "1970-01-01")).lines()).hasSizeGreaterThan(1);
        }
    }

    private static String ask(String name, Map<String, String> values) throws IOException {
        StoredQuery query = QueryCatalogue.shipped().queries().stream()
                .filter(shipped -> shipped.name().equals(name))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventStore store = EventStore.openExisting(ExampleStore.folder())) {
            store.query(query, values, ResultFormat.CSV, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
