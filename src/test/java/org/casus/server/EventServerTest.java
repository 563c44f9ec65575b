package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.MoreCollectors;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.casus.store.QueryLimits;
import org.casus.store.QueryParameter;
import org.casus.store.StoredQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final EventStore STORE = EventStore.inMemory();
    private static final EventServer SERVER =
            new EventServer(STORE, ServerSettings.local(0).with(new QueryLimits(Duration.ofSeconds(2), 1000))).start();

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

    @Test
    void neverSendsHalfAnAnswer() throws Exception {
        HttpResponse<String> many = ask("SELECT * { ?a ?b ?c }");
        HttpResponse<String> slow =
                ask("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a = ?i && ?b = ?h && ?c = ?g) }");

        assertThat(many.statusCode()).isEqualTo(413);
        assertThat(many.body()).contains("more than 1000 rows");
        assertThat(slow.statusCode()).isEqualTo(503);
    }

    @Test
    void runsNoJavaClass() throws Exception {
        HttpResponse<String> answer = ask("SELECT (<java:org.apache.jena.sparql.function.library.now>() AS ?now) {}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("functions of Java classes are off");
    }

    @Test
    void callsNoFunctionByANameThatIsComputed() throws Exception {
        String now = "CALL(IRI(CONCAT('ja', 'va:org.apache.jena.sparql.function.library.now')))";

        HttpResponse<String> answer = ask("SELECT * { OPTIONAL { BIND(%s AS ?now) } }".formatted(now));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("CALL is off");
    }

    @Test
    void sendsNoGraphOfMoreTriplesThanRowsAreAllowed() throws Exception {
        assertThat(ask("CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }").statusCode())
                .isEqualTo(413);
        assertThat(ask("DESCRIBE ?a { ?a ?b ?c }").statusCode()).isEqualTo(413);
        assertThat(ask("CONSTRUCT WHERE { ?a a ?c }").statusCode()).isEqualTo(200);
    }

    @Test
    void letsAQueryWaitForItsTurnBeforeItIsRefused() throws Exception {
        ServerSettings one = new ServerSettings(
                0, false, new QueryLimits(Duration.ofSeconds(2), 10), 1, "", null, false, null, null, null);
        try (EventServer server = new EventServer(STORE, one).start()) {
            CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(
                    () -> answer(server, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"));
            CompletableFuture<HttpResponse<String>> quick =
                    CompletableFuture.supplyAsync(() -> answer(server, "ASK { ?s ?p ?o }"));

            assertThat(slow.join().statusCode()).isEqualTo(503);
            assertThat(quick.join().statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> answer(EventServer server, String query) {
        try {
            return ask(server, query);
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void answersOverTlsByTheAddressThatItNames(@TempDir Path dir) throws Exception {
        Path key = dir.resolve("key.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "casus",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        key.toString(),
                        "-storepass",
                        "secret",
                        "-dname",
                        "CN=localhost")
                .start()
                .waitFor();
        ServerSettings settings = new ServerSettings(
                0,
                false,
                new QueryLimits(Duration.ofSeconds(2), 10),
                2,
                "",
                null,
                false,
                new ServerSettings.Tls(key, "secret"),
                null,
                null);
        try (EventServer server = new EventServer(STORE, settings).start()) {
            assertThat(server.page()).startsWith("https://127.0.0.1:");
            assertThat(plain(trusting(key), server.port(), "GET /health HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("ok\n");
        }
    }

    /** By hand, as Java's own client refuses a certificate of another name itself. */
    private static String plain(SSLContext context, int port, String request) throws IOException {
        try (Socket socket = context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SSLContext trusting(Path key) throws Exception {
        KeyStore keys = KeyStore.getInstance(key.toFile(), "secret".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("casus", keys.getCertificate("casus"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void describesItself() throws Exception {
        assertThat(get("/sparql").body()).contains("sd:Service", "/sparql>");
        assertThat(get("/.well-known/void").body()).contains("void:Dataset", "void:sparqlEndpoint");
        assertThat(get("/health").body()).isEqualTo("ok\n");
        assertThat(get("/metrics").body()).contains("casus_http_requests_seconds_count", "casus_queries_running");
    }

    @Test
    void givesGraphsToWhoReadsThem() throws Exception {
        HttpResponse<String> graph = get("/data?graph=https://w3id.org/casus/data/graph/vocabulary");

        assertThat(graph.statusCode()).isEqualTo(200);
        assertThat(graph.body()).contains("https://w3id.org/casus/ontology#Event");
    }

    @Test
    void opensWhatAnIriStandsForInTheFormThatIsAskedFor() throws Exception {
        String path = "/casus/ontology";

        assertThat(get(path, "text/turtle").body()).contains("casus:Event");
        assertThat(get(path, "application/ld+json").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/ld+json"));
        assertThat(get(path, "application/n-triples").body()).contains("<https://w3id.org/casus/ontology#Event>");
        assertThat(get(path, "text/html,*/*;q=0.8").body()).contains("<!doctype html>");
        assertThat(get(path + "?format=nt", "text/html").body()).contains("<https://w3id.org/casus/ontology#Event>");
        assertThat(get("/casus/data/event/none", "text/turtle").statusCode()).isEqualTo(404);
        assertThat(get("/casus/data/event/none", "text/html").statusCode()).isEqualTo(404);
    }

    @Test
    void answersStoredQueriesByName() throws Exception {
        HttpResponse<String> rows = get("/api/queries/events/by-type?format=csv");

        assertThat(rows.statusCode()).isEqualTo(200);
        assertThat(rows.body()).startsWith("type,");
        assertThat(get("/api/queries/events/by-type?since=soon").statusCode()).isEqualTo(400);
        assertThat(get("/api/queries/events/by-type?format=pdf").statusCode()).isEqualTo(406);
        assertThat(get("/api/queries/no/such").statusCode()).isEqualTo(404);
        assertThat(get("/api/queries").body()).contains("\"events/by-type\"");
        assertThat(get("/api/openapi.json").body()).contains("\"openapi\":\"3.0.3\"", "/api/queries/events/by-type");
    }

    @Test
    void describesEachQueryWithTheValuesThatItsParametersTake() throws Exception {
        JsonNode paths =
                new ObjectMapper().readTree(get("/api/openapi.json").body()).path("paths");

        for (StoredQuery query : QueryCatalogue.shipped().queries()) {
            JsonNode described = paths.path("/api/queries/" + query.name()).path("get");
            assertThat(described.path("description").asText()).isEqualTo(query.description());
            for (QueryParameter parameter : query.parameters()) {
                JsonNode schema = Streams.stream(described.path("parameters"))
                        .filter(each -> each.path("name").asText().equals(parameter.name()))
                        .collect(MoreCollectors.onlyElement())
                        .path("schema");
                assertThat(schema.path("enum"))
                        .extracting(JsonNode::asText)
                        .as(query.name())
                        .isEqualTo(parameter.values());
                assertThat(schema.path("default").asText(null)).isEqualTo(parameter.fallback());
            }
        }
    }

    @Test
    void letsPagesElsewhereReadAndTellsBrowsersWhatThePageMayDo() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script>");
    }

    @Test
    void givesNoFileButThoseOfThePage() throws Exception {
        assertThat(get("/page/main.js").statusCode()).isEqualTo(200);
        assertThat(get("/page/..%2FPage.class").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(get("/page/no.js").statusCode()).isEqualTo(404);
    }

    @Test
    void asksForAPasswordAndTakesUpdatesOnlyThen(@TempDir Path dir) throws Exception {
        Path passwords = Files.writeString(dir.resolve("passwords"), "ann: secret\n");
        Path log = dir.resolve("access.log");
        QueryLimits limits = new QueryLimits(Duration.ofSeconds(2), 10);
        ServerSettings settings = new ServerSettings(0, false, limits, 2, "", passwords, true, null, log, null);
        try (EventStore store = EventStore.open(dir.resolve("store"));
                EventServer server = new EventServer(store, settings).start()) {
            String ann = "Basic " + Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8));
            String eve = "Basic " + Base64.getEncoder().encodeToString("eve:secret".getBytes(StandardCharsets.UTF_8));

            assertThat(update(server, "INSERT DATA { <x:s> <x:p> 1 }", "").statusCode())
                    .isEqualTo(401);
            assertThat(update(server, "INSERT DATA { <x:s> <x:p> 1 }", eve).statusCode())
                    .isEqualTo(401);
            assertThat(update(server, "LOAD <file:///etc/passwd>", ann).statusCode())
                    .isEqualTo(400);
            assertThat(update(server, "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }", ann)
                            .statusCode())
                    .isEqualTo(204);
            boolean stored = store.read(dataset -> dataset.containsNamedModel("x:g"));
            assertThat(stored).isTrue();
        }
        assertThat(log).content().contains("POST /update 204").doesNotContain("INSERT");
    }

    @Test
    void keepsTheConnectionOfWhoIsRefused(@TempDir Path dir) throws Exception {
        Path passwords = Files.writeString(dir.resolve("passwords"), "ann: secret\n");
        QueryLimits limits = new QueryLimits(Duration.ofSeconds(2), 10);
        ServerSettings settings = new ServerSettings(0, false, limits, 2, "", passwords, true, null, null, null);
        String update = "INSERT DATA { <x:s> <x:p> 1 } ;".repeat(10_000);
        try (EventStore store = EventStore.inMemory();
                EventServer server = new EventServer(store, settings).start()) {
            for (int request = 0; request < 100; request++) {
                assertThat(update(server, update, "").statusCode()).isEqualTo(401);
            }
        }
    }

    private static HttpResponse<String> update(EventServer server, String update, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.page() + "update"))
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString(update));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "*/*");
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
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
