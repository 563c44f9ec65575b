package org.casus.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.jena.update.UpdateAction;
import org.casus.store.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTableTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String DATA = "https://w3id.org/casus/data/";
    static final String PREFIXES = """
            PREFIX casus: <https://w3id.org/casus/ontology#>
            PREFIX plover: <https://w3id.org/casus/plover#>
            PREFIX data: <https://w3id.org/casus/data/>
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;
    static final String EVENTS = PREFIXES + """
            INSERT DATA {
              GRAPH <https://w3id.org/casus/data/graph/events> {
                data:e1 a casus:Event ; casus:eventType plover:AID ; casus:source data:s ; casus:target data:t ;
                    casus:firstDay "1970-01-02"^^xsd:date ; casus:lastDay "1970-01-03"^^xsd:date ;
                    casus:reportCount 2 ; casus:publisherCount 1 ; casus:inDispute "who", "when" .
                data:e2 a casus:Event ; casus:eventType plover:ASSAULT ; casus:source data:t ; casus:place data:p .
                data:r1 casus:reports data:e1 . data:r2 casus:reports data:e1 . data:r3 casus:reports data:e2 .
              }
              GRAPH <x:g> {
                data:r1 casus:certainty casus:Certain ; casus:polarity casus:Positive ; casus:tense casus:Past .
                data:r2 casus:certainty casus:Certain ; casus:polarity casus:Negative ; casus:tense casus:Past .
                data:r3 casus:certainty casus:Possible ; casus:polarity casus:Positive ; casus:tense casus:Future .
              }
              GRAPH <https://w3id.org/casus/data/graph/entities> {
                data:s a casus:State ; rdfs:label "S" . data:t rdfs:label "T" .
                data:p geo:hasGeometry data:g . data:g geo:asWKT "POINT(44.5 -40)"^^geo:wktLiteral .
              }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void laysEventsOutInColumns() throws Exception {
        try (EventStore store = EventStore.inMemory()) {
            store.write(dataset -> UpdateAction.parseExecute(EVENTS, dataset));
            JsonNode table = new ObjectMapper().readTree(asked(store, "").body());

            JsonNode events = table.path("events");
            int first = events.path("id").path(0).asText().equals("e1") ? 0 : 1;
            int second = 1 - first;
            assertThat(events.path("id").path(second).asText()).isEqualTo("e2");
            assertThat(label(table, events.path("source").path(first))).isEqualTo("S");
            assertThat(label(table, events.path("target").path(first))).isEqualTo("T");
            assertThat(label(table, events.path("source").path(second))).isEqualTo("T");
            assertThat(events.path("target").path(second).isNull()).isTrue();
            assertThat(table.path("types")
                            .path(events.path("type").path(second).asInt())
                            .asText())
                    .isEqualTo("ASSAULT");
            assertThat(events.path("first").path(first).asInt()).isEqualTo(1);
            assertThat(events.path("last").path(first).asInt()).isEqualTo(2);
            assertThat(events.path("last").path(second).isNull()).isTrue();
            assertThat(events.path("reports").path(first).asInt()).isEqualTo(2);
            assertThat(events.path("disputed").path(first).asInt()).isEqualTo(2);
            assertThat(events.path("status").path(first).asInt()).isEqualTo(0b01001);
            assertThat(events.path("status").path(second).asInt()).isEqualTo(0b10000);
            int place = events.path("place").path(second).asInt();
            assertThat(table.at("/entities/point").path(place)).hasToString("[44.5,-40.0]");
        }
    }

    private static String label(JsonNode table, JsonNode entity) {
        return table.at("/entities/label").path(entity.asInt()).asText();
    }

    @Test
    void givesTheLatestAndSaysOfHowManyTheyAre() throws Exception {
        try (EventStore store = EventStore.inMemory();
                EventServer server = of(store, 1)) {
            store.write(dataset -> UpdateAction.parseExecute(EVENTS, dataset));
            // Until the table is made anew, that of the empty store is handed out.
            await(() -> columns(server, "").path("total").asInt() == 2);

            JsonNode latest = columns(server, "");

            assertThat(latest.at("/events/id")).hasToString("[\"e1\"]");
            assertThat(latest.path("found").asInt()).isEqualTo(2);
            assertThat(latest.path("total").asInt()).isEqualTo(2);
            assertThat(latest.path("months")).hasToString("{\"first\":[0],\"count\":[1]}");
            assertThat(latest.at("/events/reports/0").asInt()).isEqualTo(2);
            assertThat(latest.at("/events/disputed/0").asInt()).isEqualTo(2);
            assertThat(latest.at("/events/status/0").asInt()).isEqualTo(0b01001);
            assertThat(label(latest, latest.at("/events/source/0"))).isEqualTo("S");
        }
    }

    @Test
    void choosesByDaysAndByWhoOrWhat() throws Exception {
        try (EventStore store = EventStore.inMemory();
                EventServer server = of(store, 100)) {
            store.write(dataset -> UpdateAction.parseExecute(EVENTS, dataset));
            // Until the table is made anew, that of the empty store is handed out.
            await(() -> columns(server, "").path("total").asInt() == 2);

            assertThat(columns(server, "?from=1970-01-03&to=1970-02-01").at("/events/id"))
                    .hasToString("[\"e1\"]");
            assertThat(columns(server, "?to=1970-01-01").path("found").asInt()).isZero();
            JsonNode atPlace = columns(server, "?about=p");
            assertThat(atPlace.at("/events/id")).hasToString("[\"e2\"]");
            assertThat(atPlace.at("/events/status/0").asInt()).isEqualTo(0b10000);
            assertThat(columns(server, "?about=" + DATA + "t").path("found").asInt())
                    .isEqualTo(2);
            assertThat(columns(server, "?about=nobody").path("found").asInt()).isZero();
        }
    }

    @Test
    void aChoiceFollowsWhatIsWritten() throws Exception {
        try (EventStore store = EventStore.inMemory();
                EventServer server = of(store, 100)) {
            store.write(dataset -> UpdateAction.parseExecute(EVENTS, dataset));
            // Until the table is made anew, that of the empty store is handed out.
            await(() -> columns(server, "").path("total").asInt() == 2);
            assertThat(columns(server, "?about=s").path("found").asInt()).isOne();

            store.write(dataset ->
                    UpdateAction.parseExecute(PREFIXES + "DELETE WHERE { GRAPH ?g { data:e1 ?p ?o } }", dataset));

            await(() -> columns(server, "?about=s").path("found").asInt() == 0);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    @Test
    void saysWhichDayIsNone() throws Exception {
        try (EventStore store = EventStore.inMemory();
                EventServer server = of(store, 1)) {
            HttpResponse<String> answer = asked(server, "?from=yesterday", "");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("from must be a day such as 2020-09-27, not \"yesterday\"\n");
        }
    }

    private static EventServer of(EventStore store, int most) {
        return new EventServer(store, ServerSettings.local(0), Duration.ofSeconds(5), most).start();
    }

    private static JsonNode columns(EventServer server, String choice) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(asked(server, choice, "").body());
    }

    @Test
    void handsOutWhatTheServerBeforeKept() throws Exception {
        try (EventStore store = EventStore.open(folder)) {
            store.write(dataset -> UpdateAction.parseExecute(EVENTS, dataset));
            assertThat(asked(store, "").body()).contains("\"e1\"");

            Path kept = folder.resolve("kept/events-2.json.gz");
            assertThat(kept).exists();
            Files.write(kept, Gzip.of("{\"kept\":1}".getBytes(UTF_8)));
            assertThat(asked(store, "").body()).isEqualTo("{\"kept\":1}");

            store.write(dataset ->
                    UpdateAction.parseExecute(PREFIXES + "DELETE WHERE { GRAPH ?g { data:e1 ?p ?o } }", dataset));
            assertThat(asked(store, "").body()).contains("\"e2\"").doesNotContain("\"e1\"");
        }
    }

    @Test
    void tellsABrowserThatItHasThemOnlyWhereTheyAreTheSame() throws Exception {
        String tag;
        try (EventStore store = EventStore.open(folder)) {
            HttpResponse<String> before = asked(store, "");
            tag = before.headers().firstValue("ETag").orElse("");
            store.write(dataset -> UpdateAction.parseExecute(EVENTS, dataset));
        }
        try (EventStore store = EventStore.openExisting(folder)) {
            HttpResponse<String> after = asked(store, tag);

            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(asked(store, after.headers().firstValue("ETag").orElse(""))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    private static HttpResponse<String> asked(EventStore store, String tag) throws IOException, InterruptedException {
        try (EventServer server = new EventServer(store, 0).start()) {
            return asked(server, "", tag);
        }
    }

    private static HttpResponse<String> asked(EventServer server, String choice, String tag)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.page() + "api/events" + choice));
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
