package org.casus.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Asks Wikidata's API as <a href="https://www.mediawiki.org/wiki/API:Etiquette">it wishes to be asked</a>: one request
 * at a time, packed, waiting where it is told to wait. Each answer is kept on disk, so that nothing is asked twice.
 */
final class WikidataClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;
    private static final int MOST_TRIES = 5;
    private static final String MAX_LAG = "5";

    private final URI endpoint;
    private final String agent;
    private final Path answers;
    private final Pace pace;
    private final HttpClient http;

    /**
     * How long it waits.
     *
     * @param answer for an answer
     * @param first before the second try where it is not told how long; doubled each time
     * @param longest whatever it is told
     */
    record Pace(Duration answer, Duration first, Duration longest) {
        static final Pace POLITE = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofMinutes(2));
    }

    /**
     * @param agent who asks, with an address, as Wikimedia demands
     * @param answers the folder where answers are kept
     */
    WikidataClient(URI endpoint, String agent, Path answers, Pace pace) {
        this.endpoint = endpoint;
        this.agent = agent;
        this.answers = answers;
        this.pace = pace;
        http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(pace.answer())
                .build();
    }

    /**
     * The answer to a request, from the disk where it was asked before.
     *
     * @throws UncheckedIOException where there is none after several tries
     */
    JsonNode ask(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("format", "json");
        String query = all.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Path kept = answers.resolve(Hashing.sha256().hashString(query, StandardCharsets.UTF_8) + ".json");
        try {
            return Files.exists(kept) ? MAPPER.readTree(kept.toFile()) : keep(asked(query), kept);
        } catch (IOException fault) {
            throw new UncheckedIOException("%s: %s".formatted(endpoint, fault.getMessage()), fault);
        }
    }

    private JsonNode keep(JsonNode answer, Path kept) throws IOException {
        Path part = Files.createTempFile(Files.createDirectories(answers), "", ".part");
        Files.write(part, MAPPER.writeValueAsBytes(answer));
        Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
        return answer;
    }

    private JsonNode asked(String query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "?" + query + "&maxlag=" + MAX_LAG))
                .header("User-Agent", agent)
                .header("Accept-Encoding", "gzip")
                .timeout(pace.answer())
                .build();
        IOException last = new IOException("no answer");
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            OptionalLong told = OptionalLong.empty();
            try {
                HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
                told = response.headers()
                        .firstValue("Retry-After")
                        .map(WikidataClient::seconds)
                        .orElse(told);
                return read(response);
            } catch (FinalFault fault) {
                throw fault;
            } catch (IOException fault) {
                last = fault;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
            if (tried + 1 < MOST_TRIES) {
                pause(told, tried);
            }
        }
        throw new IOException("no answer after %d tries: %s".formatted(MOST_TRIES, last.getMessage()), last);
    }

    private static OptionalLong seconds(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException date) {
            return OptionalLong.empty();
        }
    }

    private static JsonNode read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body();
                InputStream in = response.headers()
                                .firstValue("Content-Encoding")
                                .filter("gzip"::equalsIgnoreCase)
                                .isPresent()
                        ? new GZIPInputStream(body)
                        : body) {
            int status = response.statusCode();
            if (status == TOO_MANY || status >= SERVER_FAULT) {
                throw new IOException("status " + status);
            } else if (status != OK) {
                throw new FinalFault("status " + status);
            }
            JsonNode answer = MAPPER.readTree(in);
            String code = answer.path("error").path("code").asText();
            if (code.equals("maxlag") || code.equals("ratelimited")) {
                throw new IOException(code);
            } else if (!code.isEmpty()) {
                throw new FinalFault(code);
            } else if (!answer.isObject()) {
                throw new IOException("no JSON object");
            }
            return answer;
        }
    }

    private void pause(OptionalLong told, int tried) throws IOException {
        Duration wait = told.isPresent()
                ? Duration.ofSeconds(told.getAsLong())
                : pace.first().multipliedBy(1L << tried);
        try {
            Thread.sleep(Math.min(wait.toMillis(), pace.longest().toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** One that the same request would meet again. */
    private static final class FinalFault extends IOException {
        private static final long serialVersionUID = 1L;

        FinalFault(String message) {
            super(message);
        }
    }
}
