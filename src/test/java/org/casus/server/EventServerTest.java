package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.casus.store.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final EventStore STORE = EventStore.inMemory();
    private static final EventServer SERVER = new EventServer(STORE, 0, Duration.ofSeconds(2)).start();

    @AfterAll
    static void close() {
        SERVER.close();
        STORE.close();
    }

    @Test
    void answersOverTheUnionOfTheGraphs() throws Exception {
        HttpResponse<String> answer = ask("SELECT ?label { <https://w3id.org/casus/ontology#Event>"
                + " <http://www.w3.org/2000/01/rdf-schema#label> ?label }");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"value\": \"event\"");
        assertThat(SERVER.address()).isEqualTo("http://127.0.0.1:%d/sparql", SERVER.port());
    }

    @Test
    void searchesTextAndMeasuresSpace() throws Exception {
        String search = "PREFIX text: <http://jena.apache.org/text#> ASK { ?s text:query 'nothing' }";
        String distance = "PREFIX geo: <http://www.opengis.net/ont/geosparql#> ASK { FILTER("
                + "<http://jena.apache.org/function/spatial#distance>('POINT(44 40)'^^geo:wktLiteral,"
                + " 'POINT(45 40)'^^geo:wktLiteral, <http://www.opengis.net/def/uom/OGC/1.0/kilometre>) < 90) }";

        assertThat(ask(search).body()).contains("false");
        assertThat(ask(distance).body()).contains("true");
    }

    @Test
    void takesNoUpdateAndNoUpload() throws Exception {
        String insert = "INSERT DATA { <x:s> <x:p> <x:o> }";

        assertThat(post("application/sparql-update", insert).statusCode()).isBetween(400, 499);
        assertThat(post("application/x-www-form-urlencoded", "update=" + encoded(insert))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(post("text/turtle", "<x:s> <x:p> <x:o> .").statusCode()).isBetween(400, 499);
        assertThat(ask("ASK { GRAPH ?g { <x:s> ?p ?o } }").body()).contains("false");
    }

    @Test
    void asksNoOtherServer() throws Exception {
        HttpResponse<String> answer =
                ask("SELECT * { SERVICE <http://127.0.0.1:%d/sparql> { ?s ?p ?o } }".formatted(SERVER.port()));

        assertThat(answer.statusCode()).isNotEqualTo(200);
    }

    @Test
    void stopsAQueryThatTakesTooLong() throws Exception {
        HttpResponse<String> answer = ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }");

        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void keepsItsRulesAfterTheStoreWasOpenedAgain(@TempDir Path dir) throws Exception {
        try (EventStore store = EventStore.open(dir);
                EventServer server = new EventServer(store, 0).start()) {
            assertThatThrownBy(() -> store.write(dataset -> {
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");

            assertThat(ask(server, "ASK { ?s a ?type }").body()).contains("true");
            assertThat(ask(server, "ASK { SERVICE <%s> { ?s ?p ?o } }".formatted(server.address()))
                            .statusCode())
                    .isNotEqualTo(200);
        }
    }

    private static HttpResponse<String> ask(String query) throws IOException, InterruptedException {
        return ask(SERVER, query);
    }

    private static HttpResponse<String> ask(EventServer server, String query) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address() + "?query=" + encoded(query)))
                        .header("Accept", "application/sparql-results+json")
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(SERVER.address()))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
