package org.casus.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.Vocabulary;
import org.casus.pipeline.ExampleStore;
import org.casus.store.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over the store of the examples, in Chromium; skipped where that is not installed. */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    /** A development dependency of the page; there after {@code npm ci} in its folder. */
    private static final Path AXE = Path.of("src/main/page/node_modules/axe-core/axe.min.js");

    private static final String LAND = "casus/data/entity/casus-disputedterritory-nagorno-karabakh";

    @TempDir
    private static Path folder;

    private EventStore store;
    private EventServer server;
    private Browser browser;
    private String page = "";

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Browser.isInstalled(), "no Chromium with its driver");
        store = EventStore.openExisting(ExampleStore.copy(folder.resolve("store")));
        server = new EventServer(store, 0).start();
        browser = Browser.open();
        page = server.page();
    }

    /** What went wrong in another test is not this one's. */
    @BeforeEach
    void forget() {
        browser.faults();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
            server.close();
            store.close();
        }
    }

    @Test
    void showsAllEventsOnAMapATimelineAndAList() throws IOException {
        browser.go(page);

        int events = number(browser.text("h1.tally", "event"));
        assertThat(events).isGreaterThan(30);
        assertThat(browser.all(".list li.event")).hasSizeBetween(5, events);
        assertThat(browser.all(".mapbox .leaflet-container")).hasSize(1);
        assertThat(browser.all(".timeline rect")).isNotEmpty();
        browser.text(".list .quote", " ");
        browser.screenshot("overview");
        assertThat(browser.faults()).isEmpty();
    }

    @Test
    void drawsNoLandAcrossTheSeaWhereItCrossesTheDateLine() {
        browser.go(page);

        Object emptyBetweenFullRows = browser.until("the world", chromium -> chromium.executeScript("""
                const canvas = document.querySelector('.mapbox .leaflet-overlay-pane canvas');
                const out = document.querySelector('.leaflet-control-zoom-out');
                if (!out) return null;
                if (!out.classList.contains('leaflet-disabled')) { out.click(); return null; }
                const { width, height } = canvas ?? { width: 0 };
                if (width === 0) return null;
                const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
                const drawn = (x, y) => data[4 * (y * width + x) + 3] > 0;
                const columns = [...Array(width).keys()].filter((x) => [...Array(height).keys()].some((y) => drawn(x, y)));
                if (columns.length < 400) return null;
                const full = [...Array(height).keys()].filter((y) => columns.filter((x) => drawn(x, y)).length > 0.95 * columns.length);
                return full.length === 0 ? 0 : full.at(-1) - full[0] + 1 - full.length;"""));

        assertThat(emptyBetweenFullRows).isEqualTo(0L);
    }

    @Test
    void letsNoSingleYearPressAllOthersIntoACornerOfTheTimeline() {
        String events = IntStream.rangeClosed(1, 60)
                .mapToObj(at ->
                        "data:e%d a casus:Event ; casus:eventType plover:AID ; casus:firstDay \"%s\"^^xsd:date ."
                                .formatted(
                                        at,
                                        at == 60 ? "2500-01-01" : "2020-%02d-%02d".formatted(1 + at % 12, 1 + at % 28)))
                .collect(joining("\n"));
        try (EventStore stray = EventStore.inMemory();
                EventServer strayServer = new EventServer(stray, 0).start()) {
            stray.write(dataset -> UpdateAction.parseExecute(
                    EventTableTest.PREFIXES
                            + "INSERT DATA { GRAPH <https://w3id.org/casus/data/graph/events> { %s } }"
                                    .formatted(events),
                    dataset));

            browser.go(strayServer.page());

            assertThat(browser.text(".timeline .beyond", "later")).startsWith("1 event later");
            assertThat(browser.all(".timeline rect.bar")).hasSizeGreaterThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=ASSAULT",
                "status=denied",
                "disputed=1",
                "sources=2",
                "from=2023-09-19&to=2023-09-20",
                "q=corridor"
            })
    void filtersByWhatTheAddressSays(String filter) {
        browser.go(page);
        int all = number(browser.text("h1.tally", "event"));

        browser.go(page + "?" + filter);

        String tally = browser.text("h1.tally", " of " + all + " events");
        assertThat(number(tally)).isBetween(1, all - 1);
        assertThat(browser.all(".list li.event")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "[data-key='CONSULT'], type=CONSULT",
        "[data-key='disputed'], disputed=1",
        "[data-key='sources-2'], sources=2"
    })
    void aFilterGoesIntoTheAddressAndBackOut(String control, String state) {
        browser.go(page);
        int all = number(browser.text("h1.tally", "event"));

        browser.click(control);

        String tally = browser.text("h1.tally", " of ");
        assertThat(browser.address()).endsWith("?" + state);
        browser.go(browser.address());
        browser.text("h1.tally", tally);
        browser.click(".chip.clear");
        browser.until("all events", driver -> number(browser.text("h1.tally", "event")) == all);
        assertThat(browser.address()).isEqualTo(page);
    }

    @Test
    void findsAnActorByTypingItsName() {
        browser.go(page);
        browser.find("h1.tally");

        browser.all("#top input[type=search]").get(0).sendKeys("Azerb");
        browser.text("#top .options li", "Azerbaijan");
        browser.script("document.querySelector('#top .options li')"
                + ".dispatchEvent(new MouseEvent('mousedown', {bubbles: true, cancelable: true}))");

        browser.text("h1", "Azerbaijan");
        assertThat(browser.address()).contains("/casus/data/entity/");
    }

    @Test
    void showsAnEventWithItsSentencesAndSources() throws IOException {
        browser.go(page + "?sources=2");
        browser.find(".list li.event");
        browser.click(".list li.event a");

        browser.text("h2", " accounts");
        assertThat(browser.all("article.account blockquote mark")).isNotEmpty();
        assertThat(browser.text("dl.facts", "Type")).contains("Who", "When");
        browser.screenshot("event");
        assertThat(browser.faults()).isEmpty();
    }

    @Test
    void showsWhereAccountsDiffer() {
        browser.go(page + "?disputed=1");
        browser.find(".list li.event");
        browser.click(".list li.event a");

        browser.text("section.differ h2", "Accounts differ");
        assertThat(browser.all("section.differ .side").size()).isGreaterThan(1);
    }

    @Test
    void showsAnActorAndALand() throws IOException {
        browser.go(page + "casus/data/entity/Q227");
        browser.text("h1", "Azerbaijan");
        browser.text("h2", "Cooperation and conflict over time");
        assertThat(browser.text("h2", "Counterparts")).isNotEmpty();
        browser.screenshot("actor");

        browser.go(page + LAND);
        browser.text("h2", "Whose land");
        assertThat(browser.all("section svg rect, section svg circle")).isNotEmpty();
        browser.screenshot("territory");
        assertThat(browser.faults()).isEmpty();
    }

    @Test
    void namesWhoHoldsAnOffice() {
        browser.go(page + "casus/data/entity/Q227");

        assertThat(browser.text("aside", "Offices")).contains("envoy: Ramin Mammadov");
    }

    @Test
    void leadsFromALaneToItsSentenceAndBackByThatAddress() {
        browser.go(page + LAND);
        browser.find("section svg a");
        browser.script("document.querySelector('.head').dataset.same = ''");

        browser.script(
                "document.querySelector('section svg a').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");

        browser.find(".account:target");
        assertThat(browser.all(".head[data-same]")).hasSize(1);
        String there = browser.address();
        browser.go("about:blank");
        browser.go(there);
        browser.find(".account:target");
        assertThat(browser.script("return scrollY > 0")).isEqualTo(true);
    }

    @Test
    void showsAClaimByItsAddressInItsSentence() {
        browser.go(page + LAND);
        browser.find(".lanes article.account");
        String claim = String.valueOf(
                browser.script("return document.querySelector('.lanes article.account').id.replace('statement-', '')"));
        String sentence = browser.find(".lanes article.account blockquote").getText();

        browser.go(page + "casus/data/territorial-statement/" + claim);

        browser.text("h1", sentence);
        browser.find(".head a[href*='/article/']");
        assertThat(browser.text(".triples", "territory")).contains("Nagorno-Karabakh");
        assertThat(browser.text(".triples", "in sentence")).contains(sentence);
    }

    @Test
    void showsWhatCannotBeCopiedWithoutAClipboard() {
        browser.go(page + "?disputed=1");
        browser.click(".list li.event a");
        browser.find("article.account");
        browser.script("Object.defineProperty(navigator, 'clipboard', {value: undefined});"
                + "window.prompt = (words, text) => { document.title = text; };"
                + "[...document.querySelectorAll('button')].find((one) => one.textContent.startsWith('Copy')).click()");

        assertThat(browser.script("return document.title").toString()).contains("w3id.org/casus/data/event/");
    }

    @Test
    void breaksALongWordAndKeepsWhoBeforeWhomInAnyScript(@TempDir Path other) throws IOException {
        try (EventStore named = EventStore.openExisting(ExampleStore.copy(other.resolve("named")))) {
            named.write(dataset -> {
                Model entities = dataset.getNamedModel(Vocabulary.ENTITIES_GRAPH);
                name(entities, "Q227", "أذربيجان");
                name(entities, "Q399", "أرمينيا");
                name(entities, "Q159", "x".repeat(300));
            });
            try (EventServer namedServer = new EventServer(named, 0).start()) {
                browser.go(namedServer.page() + "?type=ACCUSE");
                browser.text(".list .line", "أرمينيا");
                assertThat(browser.script("return [...document.querySelectorAll('.list .line')].every((line) => {"
                                + " const [who, whom] = [...line.querySelectorAll('b')].map((b) => b.getBoundingClientRect().left);"
                                + " return whom === undefined || who < whom; })"))
                        .isEqualTo(true);

                browser.go(namedServer.page() + "casus/data/entity/Q159");
                browser.text("h1", "xxx");
                assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
            }
        }
    }

    private static void name(Model entities, String id, String label) {
        entities.getResource(Vocabulary.DATA + "entity/" + id)
                .removeAll(RDFS.label)
                .addProperty(RDFS.label, label);
    }

    @Test
    void showsAnArticleWithWhatWasTakenFromIt() throws IOException {
        browser.go(page + "?sources=2");
        browser.find(".list li.event");
        browser.click(".list li.event a");
        browser.find("article.account");
        browser.click("article.account a[href*='/article/']");

        browser.text("span.type", "ARTICLE");
        assertThat(browser.all(".read mark.trigger")).isNotEmpty();
        assertThat(browser.all(".read mark.name")).isNotEmpty();
        assertThat(browser.text(".head p", "published")).matches("(?s).*published \\d{1,2} [A-Z][a-z]{2} \\d{4}( .*)?");
        browser.screenshot("article");
    }

    @Test
    void runsAStoredQueryAndSaysWhatIsWrongWithABadOne() throws IOException {
        browser.go(page + "query?name=events/by-type");
        browser.text(".results", "rows in ");
        assertThat(browser.all(".results table td, .results .chartrow")).isNotEmpty();
        browser.screenshot("query");

        browser.go(page + "query?query=SELECT+nonsense");
        assertThat(browser.text(".results [role=alert]", "was not answered")).contains("line 1");
    }

    @Test
    void saysThatThereIsNoSuchEvent() {
        browser.go(page + "casus/data/event/0123");

        browser.text("[role=alert]", "There is no such event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "query?name=events/by-type", "casus/data/entity/Q227"})
    void axeFindsNoSeriousFault(String view) throws IOException {
        assumeTrue(Files.exists(AXE), "no axe-core: npm ci in src/main/page brings it");
        browser.go(page + view);
        browser.find("main h1");
        browser.script(Files.readString(AXE, StandardCharsets.UTF_8));

        Object faults = browser.later("const done = arguments[arguments.length - 1];"
                + " axe.run().then((result) => done(result.violations"
                + ".filter(({ impact }) => impact === 'serious' || impact === 'critical')"
                + ".map(({ id, nodes }) => id + ': ' + nodes[0].html)))");

        assertThat((List<?>) faults).isEmpty();
    }

    @Test
    void fitsASmallScreen() throws IOException {
        browser.resize(375, 740);
        try {
            browser.go(page);
            browser.text("h1.tally", "event");
            assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            browser.screenshot("small");
        } finally {
            browser.resize(1280, 900);
        }
    }

    @Test
    void scriptsInAnArticleAreText(@TempDir Path other) {
        String script = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";
        try (EventStore hostile = EventStore.openExisting(ExampleStore.copy(other.resolve("hostile")))) {
            hostile.write(dataset -> dataset.getNamedModel(Vocabulary.ENTITIES_GRAPH)
                    .getResource(Vocabulary.DATA + "entity/Q227")
                    .removeAll(RDFS.label)
                    .addProperty(RDFS.label, script));
            try (EventServer hostileServer = new EventServer(hostile, 0).start()) {
                browser.go(hostileServer.page() + "casus/data/entity/Q227");
                browser.text("h1", "<script>");
                browser.go(hostileServer.page());
                browser.text(".list b", "<script>");
                assertThat(browser.script("return document.title")).isEqualTo("Events · Casus");
                assertThat(browser.all("main img[src=x], main script")).isEmpty();
            }
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void anEmptyStoreSaysHowToFillIt() {
        try (EventStore empty = EventStore.inMemory();
                EventServer emptyServer = new EventServer(empty, 0).start()) {
            browser.go(emptyServer.page());
            browser.text(".list", "The store holds no events yet");
        }
    }

    @Test
    void saysThatTheServerIsGone() {
        try (EventStore empty = EventStore.inMemory()) {
            EventServer gone = new EventServer(empty, 0).start();
            browser.go(gone.page());
            browser.text(".list", "no events yet");
            gone.close();
            browser.click("#top nav a[href='/query']");
            browser.text("[role=alert]", "Is casus serve still running?");
        }
    }

    private static int number(String tally) {
        return Integer.parseInt(
                tally.replaceAll("^([\\d,]+).*", "$1").replace(",", "").strip());
    }
}
