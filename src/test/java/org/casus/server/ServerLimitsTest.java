package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.update.UpdateAction;
import org.casus.store.EventStore;
import org.casus.store.QueryLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What exceeds a limit gets a status and a line that says which, and never a part of an answer. */
class ServerLimitsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final EventStore STORE = EventStore.inMemory();
    private static final String REPORT = """
            PREFIX casus: <https://w3id.org/casus/ontology#>
            PREFIX plover: <https://w3id.org/casus/plover#>
            INSERT DATA { GRAPH <x:g> { <x:%1$s> casus:eventType plover:%1$s ; casus:inArticle <x:a> ;
                casus:certainty casus:Certain ; casus:polarity casus:Positive ; casus:tense casus:Past } }
            """;
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    @BeforeAll
    static void fill() {
        STORE.write(dataset -> List.of("ACCUSE", "AID", "ASSAULT")
                .forEach(type -> UpdateAction.parseExecute(REPORT.formatted(type), dataset)));
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void givesUpAnArticleThatIsNotReadInTime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (EventServer server = server(limits(10), 2, reading(never, Duration.ofMillis(200)))) {
            HttpResponse<String> answer = post(server, "An article.");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertPlain(answer, "the article takes too long to read");
            never.countDown();
            assertThat(post(server, "Another article.").body()).isEqualTo("{}");
        }
    }

    @Test
    void refusesArticlesWhereTooManyWait() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        try (EventServer server = server(limits(10), 2, reading(held, Duration.ofSeconds(20)))) {
            List<CompletableFuture<HttpResponse<String>>> posted = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                posted.add(CLIENT.sendAsync(article(server, "An article."), BodyHandlers.ofString()));
            }
            while (posted.stream().filter(CompletableFuture::isDone).count() < 3) {
                Thread.onSpinWait();
            }
            HttpResponse<String> refused = posted.stream()
                    .filter(CompletableFuture::isDone)
                    .findFirst()
                    .orElseThrow()
                    .join();

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertPlain(refused, "too many articles at once: try again in a second");
            held.countDown();
            assertThat(posted)
                    .extracting(answer -> answer.join().statusCode())
                    .containsOnly(200, 429)
                    .filteredOn(status -> status == 200)
                    .hasSize(9);
        }
    }

    @Test
    void refusesAQueryWhoseTurnDoesNotCome() throws Exception {
        QueryLimits limits = new QueryLimits(Duration.ofSeconds(3), 10);
        try (EventServer server = server(limits, 1, null)) {
            CompletableFuture<HttpResponse<String>> slow =
                    CLIENT.sendAsync(query(server, ENDLESS), BodyHandlers.ofString());
            while (!get(server, "metrics").body().contains("casus_queries_running 1.0")) {
                Thread.onSpinWait();
            }
            HttpResponse<String> other = CLIENT.send(query(server, "ASK {}"), BodyHandlers.ofString());
            HttpResponse<String> stored = get(server, "api/queries/events/by-type");

            for (HttpResponse<String> refused : List.of(other, stored)) {
                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
                assertPlain(refused, "too many queries at once: try again in a second");
            }
            assertThat(slow.join().statusCode()).isEqualTo(503);
        }
    }

    @Test
    void countsWhatEachFormOfAQueryGives() throws Exception {
        try (EventServer server = server(limits(2), 2, null)) {
            for (String query : List.of(
                    "SELECT * { GRAPH <x:g> { ?s ?p ?o } }",
                    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <x:g> { ?s ?p ?o } }",
                    "CONSTRUCT { GRAPH <x:h> { ?s ?p ?o } } WHERE { GRAPH <x:g> { ?s ?p ?o } }",
                    "DESCRIBE <x:AID>")) {
                HttpResponse<String> answer = CLIENT.send(query(server, query), BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(query).isEqualTo(413);
                assertThat(answer.body()).as(query).startsWith("more than 2 ").doesNotContain("x:A");
            }
            assertThat(get(server, "api/queries/events/by-type").statusCode()).isEqualTo(413);
            assertThat(CLIENT.send(
                                    query(server, "JSON { \"s\": ?s } WHERE { GRAPH <x:g> { ?s ?p ?o } }"),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void answersWithTheQuadsThatAQueryMakes() throws Exception {
        try (EventServer server = server(limits(2), 2, null)) {
            String query = "CONSTRUCT { GRAPH <x:h> { ?s ?p <x:a> } } WHERE { GRAPH <x:g> { ?s ?p <x:a> } } LIMIT 1";
            HttpRequest request = HttpRequest.newBuilder(query(server, query).uri())
                    .header("Accept", "application/n-quads")
                    .build();

            assertThat(CLIENT.send(request, BodyHandlers.ofString()).body())
                    .matches("<x:A\\w+> <\\S+inArticle> <x:a> <x:h> \\.\\s*");
        }
    }

    @Test
    void hasADefaultGraphThatIsEmptyAndNoGraphThatIsNotThere() throws Exception {
        try (EventServer server = server(limits(2), 2, null)) {
            HttpResponse<String> none = get(server, "data?default");

            assertThat(none.statusCode()).isEqualTo(200);
            assertThat(none.body()).doesNotContain("x:");
            assertThat(get(server, "data?graph=x:none").statusCode()).isEqualTo(404);
        }
    }

    private static void assertPlain(HttpResponse<String> answer, String line) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body().strip()).isEqualTo(line);
    }

    private static QueryLimits limits(long rows) {
        return new QueryLimits(Duration.ofSeconds(10), rows);
    }

    private static EventServer server(QueryLimits limits, int queries, ServerSettings.@Nullable Extraction extraction) {
        ServerSettings settings =
                new ServerSettings(0, false, limits, queries, "", null, false, null, null, extraction);
        return new EventServer(STORE, settings, Duration.ofMillis(100)).start();
    }

    private static HttpResponse<String> get(EventServer server, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.page() + path)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest query(EventServer server, String query) {
        return HttpRequest.newBuilder(
                        URI.create(server.address() + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
    }

    private static HttpResponse<String> post(EventServer server, String text) throws IOException, InterruptedException {
        return CLIENT.send(article(server, text), BodyHandlers.ofString());
    }

    private static HttpRequest article(EventServer server, String text) {
        return HttpRequest.newBuilder(URI.create(server.page() + "api/extract"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(text))
                .build();
    }

    private static ServerSettings.Extraction reading(CountDownLatch held, Duration longest) {
        return new ServerSettings.Extraction(
                (line, explain) -> {
                    try {
                        held.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return "{}";
                },
                "usual",
                longest);
    }
}
