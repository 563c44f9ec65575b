package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.apache.jena.update.UpdateAction;
import org.casus.store.EventStore;
import org.junit.jupiter.api.Test;

/** The page over a store that holds more events than a page is given at once; skipped where there is no Chromium. */
class PageAtSizeTest {
    @Test
    void saysWhichEventsItHasAndFetchesOthersWhereTheyAreChosen() {
        assumeTrue(Browser.isInstalled(), "no Chromium with its driver");
        try (EventStore store = EventStore.inMemory();
                EventServer server = new EventServer(store, ServerSettings.local(0), Duration.ofSeconds(5), 1).start();
                Browser browser = Browser.open()) {
            store.write(dataset -> UpdateAction.parseExecute(EventTableTest.EVENTS, dataset));

            browser.go(server.page());
            assertThat(browser.text(".extent", "latest"))
                    .isEqualTo("The latest 1 of 2 events: choose days, an actor or a place to see others.");
            assertThat(browser.text(".list", "S")).contains("2 Jan 1970 to 3 Jan 1970");
            assertThat(browser.all(".timeline rect.others")).hasSize(1);

            browser.go(server.page() + "?place=p");
            assertThat(browser.text(".extent", "All"))
                    .isEqualTo("All 1 event of this choice; the store holds 2 events.");
            assertThat(browser.text(".list", "T")).contains("undated");

            browser.click(".chip:not(.clear)");
            browser.text(".extent", "The latest 1 of 2");
            assertThat(browser.address()).isEqualTo(server.page());
            assertThat(browser.faults()).isEmpty();
        }
    }
}
