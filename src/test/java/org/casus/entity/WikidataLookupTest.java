package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.casus.entity.WikidataClient.Pace;
import org.casus.entity.WikidataLookup.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a server of this test's own, whose answers are made up in the form of Wikidata's. */
class WikidataLookupTest {
    private static final Unknown PERSON = new Unknown("iri:1", "Ilka Varga", EntityType.PERSON, "HUN", null, null);
    private static final Unknown TOWN = new Unknown("iri:2", "Sztarhely", EntityType.CITY, "HUN", 990, null);

    @TempDir
    private Path folder;

    private HttpServer server = newServer();
    private final List<HttpExchange> asked = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** What the server does before it answers as it should. */
    private final Deque<Fault> before = new ArrayDeque<>();

    private enum Fault {
        TOO_MANY,
        BROKEN,
        LAG,
        REDIRECT,
        GARBAGE,
        HANG
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    @BeforeEach
    void serve() {
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsPersonsByNameAndPlacesByTheirNumber() {
        Map<String, Entity.Known> found = find(PERSON, TOWN);

        assertThat(found.get("iri:1")).extracting(Entity.Known::qid).isEqualTo("Q990001");
        assertThat(found.get("iri:2")).extracting(Entity.Known::qid).isEqualTo("Q990002");
        assertThat(faults).isEmpty();
    }

    @Test
    void asksAsWikimediaWishes() {
        find(PERSON);

        assertThat(asked).allSatisfy(request -> {
            assertThat(request.getRequestHeaders().getFirst("User-Agent")).isEqualTo("Casus/test (me@example.org)");
            assertThat(request.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
            assertThat(request.getRequestURI().getQuery()).contains("maxlag=5", "format=json");
        });
    }

    @Test
    void asksNothingTwice() {
        find(PERSON, TOWN);
        int requests = asked.size();

        assertThat(find(PERSON, TOWN)).hasSize(2);
        assertThat(asked).hasSize(requests);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void triesAgainAfterAFault(Fault fault) {
        before.add(fault);

        assertThat(find(PERSON)).hasSize(1);
        assertThat(faults).isEmpty();
    }

    @Test
    void givesUpInTheEndAndSaysSo() {
        for (int i = 0; i < 5; i++) {
            before.add(Fault.BROKEN);
        }

        assertThat(find(PERSON)).isEmpty();
        assertThat(faults).singleElement().asString().contains("no answer after 5 tries: status 500");
        assertThat(find(PERSON)).hasSize(1);
    }

    @Test
    void linksNobodyWhoseKindOrCountryIsAnotherOrWhoseItemIsGone() {
        assertThat(find(new Unknown("iri:1", "Ilka Varga", EntityType.CITY, "HUN", null, null)))
                .isEmpty();
        assertThat(find(new Unknown("iri:1", "Ilka Varga", EntityType.PERSON, "NOR", null, null)))
                .isEmpty();
        assertThat(find(new Unknown("iri:1", "Gone Person", EntityType.PERSON, null, null, null)))
                .isEmpty();
        assertThat(find(new Unknown("iri:1", "Varga", EntityType.PERSON, "HUN", null, null)))
                .isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void anItemThatWasMergedIsFoundUnderItsNewId() {
        Unknown merged = new Unknown("iri:6", "Merged Varga", EntityType.PERSON, "HUN", null, null);

        assertThat(find(merged).get("iri:6")).extracting(Entity.Known::qid).isEqualTo("Q990009");
    }

    @Test
    void takesTheItemOfAnArticleWhereItFits() {
        Unknown titled = new Unknown("iri:4", "Ilca Warga", EntityType.PERSON, "HUN", null, "Ilka_Varga");
        Unknown foreign = new Unknown("iri:5", "Ilca Warga", EntityType.PERSON, "NOR", null, "Ilka_Varga");

        Map<String, Entity.Known> found = find(titled, foreign);

        assertThat(found).containsOnlyKeys("iri:4");
        assertThat(found.get("iri:4")).extracting(Entity.Known::qid).isEqualTo("Q990001");
    }

    private Map<String, Entity.Known> find(Unknown... unknowns) {
        URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort() + "/w/api.php");
        Pace pace = new Pace(Duration.ofSeconds(2), Duration.ofMillis(1), Duration.ofMillis(50));
        WikidataClient client = new WikidataClient(endpoint, "Casus/test (me@example.org)", folder, pace);
        return new WikidataLookup(client).find(List.of(unknowns), faults::add);
    }

    private void answer(HttpExchange request) throws IOException {
        asked.add(request);
        Fault fault = before.poll();
        if (fault == null) {
            send(request, 200, content(request.getRequestURI().getQuery()));
            return;
        }
        switch (fault) {
            case TOO_MANY -> {
                request.getResponseHeaders().add("Retry-After", "1");
                send(request, 429, "");
            }
            case BROKEN -> send(request, 500, "<html>");
            case LAG -> send(request, 200, "{\"error\":{\"code\":\"maxlag\",\"lag\":6.2}}");
            case REDIRECT -> {
                String there = request.getRequestURI().toString();
                request.getResponseHeaders().add("Location", there);
                send(request, 302, "");
            }
            case GARBAGE -> send(request, 200, "{\"search\":[{\"id\":");
            case HANG -> {
                // No answer: the client has to stop waiting by itself.
            }
        }
    }

    private static String content(String query) {
        if (query.contains("sites=enwiki")) {
            return "{\"entities\":{\"Q990001\":%s}}"
                    .formatted(entity("Q990001", "Ilka Varga", "Q5", "P27", "\"P106\":[" + item("Q82955") + "],")
                            .replace("\"sitelinks\":{}", "\"sitelinks\":{\"enwiki\":{\"title\":\"Ilka Varga\"}}"));
        } else if (query.contains("action=wbsearchentities")) {
            return query.contains("Gone")
                    ? "{\"search\":[{\"id\":\"Q990007\"}]}"
                    : query.contains("Merged")
                            ? "{\"search\":[{\"id\":\"Q990008\"}]}"
                            : "{\"search\":[{\"id\":\"Q990001\"},{\"id\":\"Q990003\"}]}";
        } else if (query.contains("haswbstatement:P1566=990")) {
            return "{\"query\":{\"search\":[{\"title\":\"Q990002\"}]}}";
        } else if (query.contains("Q990007")) {
            return "{\"entities\":{\"Q990007\":{\"id\":\"Q990007\",\"missing\":\"\"}}}";
        } else if (query.contains("Q990008")) {
            // Asked for under the old id, answered under it, with the content and id of the new.
            return "{\"entities\":{\"Q990008\":%s}}"
                    .formatted(entity("Q990009", "Merged Varga", "Q5", "P27", "\"P106\":[" + item("Q82955") + "],"));
        } else if (query.contains("Q990002")) {
            return "{\"entities\":{\"Q990002\":%s}}"
                    .formatted(entity("Q990002", "Sztarhely", "Q515", "P17", "\"P1566\":[" + text("990") + "],"));
        }
        return "{\"entities\":{\"Q990001\":%s,\"Q990003\":%s}}"
                .formatted(
                        entity("Q990001", "Ilka Varga", "Q5", "P27", "\"P106\":[" + item("Q82955") + "],"),
                        entity("Q990003", "Ilka Varga", "Q11424", "P17", ""));
    }

    private static String entity(String id, String label, String type, String ofCountry, String more) {
        return "{\"type\":\"item\",\"id\":\"%s\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"%s\"}},\"claims\":{%s\"P31\":[%s],\"%s\":[%s]},\"sitelinks\":{}}"
                .formatted(id, label, more, item(type), ofCountry, item("Q28"));
    }

    private static String item(String id) {
        return "{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"%s\"}}},\"rank\":\"normal\"}".formatted(id);
    }

    private static String text(String value) {
        return "{\"mainsnak\":{\"datavalue\":{\"value\":\"%s\"}},\"rank\":\"normal\"}".formatted(value);
    }

    private static void send(HttpExchange request, int status, String body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        request.getResponseHeaders().add("Content-Encoding", "gzip");
        request.sendResponseHeaders(status, packed.size());
        try (OutputStream out = request.getResponseBody()) {
            out.write(packed.toByteArray());
        }
    }
}
