package org.casus.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.casus.article.Article;

/** Articles to what a server that has its models loaded says of them; what it does not take is read here. */
final class ServedExtraction {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration SAYING = Duration.ofMinutes(5);
    private static final Duration WAITING = Duration.ofSeconds(1);
    private static final int TOO_MANY = 429;
    /** A server reads one at a time: another can be on its way. */
    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final URI address;
    private final Consumer<String> fault;

    /** @param fault told, in one line, why an article must be read here */
    ServedExtraction(URI server, boolean explain, Consumer<String> fault) {
        this.address = URI.create(server.toString().replaceFirst("/*$", "") + "/api/extract?explain=" + explain);
        this.fault = fault;
    }

    /** Whether it reads with these settings; {@link IllegalArgumentException} where nobody there reads articles. */
    boolean readsWith(String settings) {
        HttpResponse<String> answer;
        try {
            answer = send(HttpRequest.newBuilder(address).GET());
        } catch (IOException gone) {
            throw new IllegalArgumentException(address + ": " + gone, gone);
        }
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalArgumentException(
                    "%s: no server that reads articles (%d)".formatted(address, answer.statusCode()));
        }
        return answer.body().strip().equals(settings);
    }

    /** A line of JSON. */
    Optional<String> extract(Article article) {
        // Who says the date is not a field of a line.
        if (article.dateBasis() == Article.DateBasis.CRAWL) {
            return Optional.empty();
        }
        try {
            HttpResponse<String> answer = post(line(article));
            if (answer.statusCode() == HttpURLConnection.HTTP_OK && isLine(answer.body())) {
                return Optional.of(answer.body());
            }
            fault.accept("%s: read here, as the server says: %d %s"
                    .formatted(article.id(), answer.statusCode(), firstLine(answer.body())));
        } catch (IOException gone) {
            fault.accept("%s: read here, as the server does not answer: %s".formatted(article.id(), gone));
        }
        return Optional.empty();
    }

    /** Where others ask too much it waits for its turn. */
    private HttpResponse<String> post(String article) throws IOException {
        turns.acquireUninterruptibly();
        try {
            HttpResponse<String> answer = sendOnce(article);
            while (answer.statusCode() == TOO_MANY) {
                Uninterruptibles.sleepUninterruptibly(WAITING);
                answer = sendOnce(article);
            }
            return answer;
        } finally {
            turns.release();
        }
    }

    private HttpResponse<String> sendOnce(String article) throws IOException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(article)));
    }

    private static boolean isLine(String body) {
        return body.startsWith("{") && body.endsWith("}") && body.lines().count() == 1;
    }

    private static String firstLine(String body) {
        return body.lines().findFirst().orElse("nothing");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(SAYING).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private static String line(Article article) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", article.id()).put("text", article.text());
        line.put("title", article.title()).put("date", article.date());
        line.put("publisher", article.publisher()).put("url", article.url());
        return line.put("language", article.language()).toString();
    }
}
