package org.casus.server;

import java.nio.file.Path;
import java.util.List;
import org.casus.store.EventStore;

/** Times the first view of a store, and its filters, in Chromium: run its main with the store's folder. No test. */
final class PageBenchmark {
    private static final int ROUNDS = 5;
    private static final List<String> FILTERS =
            List.of("[data-key='CONSULT']", "[data-key='ASSAULT']", "[data-key='disputed']", "[data-key='REJECT']");
    /** From asking for the address until the list has been drawn. */
    private static final String FIRST = "const filter = performance.getEntriesByName('filter')[0];"
            + " return Math.round(filter.startTime + filter.duration)";

    private static final String LATEST = "return Math.round(performance.getEntriesByName('filter').at(-1).duration)";

    private PageBenchmark() {}

    public static void main(String[] arguments) {
        try (EventStore store = EventStore.openExisting(Path.of(arguments[0]));
                EventServer server = new EventServer(store, 0).start();
                Browser browser = Browser.open()) {
            for (int round = 0; round < ROUNDS; round++) {
                browser.go(server.page());
                String tally = browser.text("h1.tally", "event");
                System.out.printf("%s: first view after %s ms%n", tally, browser.script(FIRST));
            }
            for (String filter : FILTERS) {
                for (boolean on : List.of(true, false)) {
                    browser.click(filter);
                    String tally = browser.text("h1.tally", on ? " of " : "event");
                    System.out.printf("%s %s: %s ms%n", filter, tally, browser.script(LATEST));
                }
            }
        }
    }
}
