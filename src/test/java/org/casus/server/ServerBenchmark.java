package org.casus.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.PrintStream;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;

/**
 * Times what the page asks for, by many readers at once: run its main with the folder of a store, how many readers, for
 * how many seconds, how many milliseconds each reads before it asks again, and {@code write} for a thread that stores,
 * fuses and forgets an article meanwhile. A fifth of that time goes before, whose answers are not timed, but counted
 * where they fail. Readers, server and writer share the process, and so the processors. No test.
 */
final class ServerBenchmark {
    private static final int IN_SIGHT = 24;
    private static final int SAMPLE = 2000;
    private static final int WARMING = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI root;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> events = new ArrayList<>();
    private final List<String> entities = new ArrayList<>();
    private final List<String> articles = new ArrayList<>();
    private final Map<Kind, Queue<Long>> nanos = new ConcurrentHashMap<>();
    private final Map<Kind, Map<String, Integer>> failed = new ConcurrentHashMap<>();
    private Instant counted = Instant.MIN;

    private ServerBenchmark(String root) {
        this.root = URI.create(root);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int readers = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        int pause = Integer.parseInt(arguments[3]);
        boolean writes = arguments.length > 4;
        try (EventStore store = EventStore.openExisting(Path.of(arguments[0]));
                EventServer server = new EventServer(store, 0).start()) {
            ServerBenchmark benchmark = new ServerBenchmark(server.page());
            benchmark.choose();
            benchmark.counted = Instant.now().plusSeconds(seconds / WARMING);
            Instant end = benchmark.counted.plusSeconds(seconds);
            ExecutorService threads = Executors.newCachedThreadPool();
            for (int reader = 0; reader < readers; reader++) {
                Random random = new Random(reader);
                threads.execute(() -> benchmark.read(random, pause, end));
            }
            int written = writes ? BenchmarkWriter.write(store, end) : 0;
            threads.shutdown();
            Uninterruptibles.awaitTerminationUninterruptibly(threads);
            benchmark.tell(System.out);
            System.out.printf("written and fused, then forgotten and fused: %d articles%n", written);
        }
    }

    /** What a reader asks for, each as the modules of the page do; the numbers say how often. */
    private enum Kind {
        PAGE(5),
        EVENTS(10),
        SENTENCES(35),
        EVENT(25),
        ENTITY(10),
        NAMES(5),
        ARTICLE(5),
        WORDS(3),
        STORED(2);

        private static final int ALL =
                IntStream.of(5, 10, 35, 25, 10, 5, 5, 3, 2).sum();
        private final int often;

        Kind(int often) {
            this.often = often;
        }

        static Kind any(Random random) {
            int at = random.nextInt(ALL);
            for (Kind kind : values()) {
                at -= kind.often;
                if (at < 0) {
                    return kind;
                }
            }
            throw new AssertionError(at);
        }
    }

    private void choose() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(get("api/events").build(), BodyHandlers.ofByteArray());
        JsonNode table = new ObjectMapper().readTree(answer.body());
        System.out.printf(
                "%d events, first asked for: %.1f s, %d MB unpacked%n",
                table.at("/events/id").size(), (System.nanoTime() - start) / 1e9, answer.body().length >> 20);
        sample(table.at("/events/id"), events);
        sample(table.at("/entities/id"), entities);
        String some = "SELECT ?article { ?article a casus:Article } LIMIT " + SAMPLE;
        JsonNode rows = new ObjectMapper()
                .readTree(client.send(select(some), BodyHandlers.ofByteArray()).body());
        rows.at("/results/bindings")
                .forEach(row -> articles.add("<" + row.at("/article/value").asText() + ">"));
    }

    private static void sample(JsonNode ids, List<String> into) {
        int step = Math.max(1, ids.size() / SAMPLE);
        for (int i = 0; i < ids.size(); i += step) {
            into.add("<" + Vocabulary.DATA + ids.get(i).asText() + ">");
        }
    }

    private void read(Random random, int pause, Instant end) {
        String[] tag = {""};
        Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(random.nextInt(pause + 1)));
        while (Instant.now().isBefore(end)) {
            Kind kind = Kind.any(random);
            ask(kind, request(kind, random, tag[0]), tag);
            // As long as was said on average.
            Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(random.nextInt(2 * pause + 1)));
        }
    }

    private void ask(Kind kind, HttpRequest request, String[] tag) {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (Instant.now().isAfter(counted)) {
                nanos.computeIfAbsent(kind, none -> new ConcurrentLinkedQueue<>())
                        .add(System.nanoTime() - start);
            }
            if (kind == Kind.EVENTS) {
                tag[0] = answer.headers().firstValue("ETag").orElse("");
            }
            if (answer.statusCode() != 200 && answer.statusCode() != 304) {
                fail(kind, Integer.toString(answer.statusCode()));
            }
        } catch (IOException fault) {
            fail(kind, fault.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Kind kind, String how) {
        failed.computeIfAbsent(kind, none -> new ConcurrentHashMap<>()).merge(how, 1, Integer::sum);
    }

    private HttpRequest request(Kind kind, Random random, String tag) {
        Function<List<String>, String> any = all -> all.get(random.nextInt(all.size()));
        return switch (kind) {
            case PAGE -> get("").build();
            case EVENTS ->
                get("api/events")
                        .header("Accept-Encoding", "gzip")
                        .header("If-None-Match", tag.isEmpty() ? "\"none\"" : tag)
                        .build();
            case SENTENCES ->
                select(PageQueries.sentences(IntStream.range(0, IN_SIGHT)
                        .mapToObj(row -> any.apply(events))
                        .toList()));
            case EVENT -> select(PageQueries.event(any.apply(events)));
            case ENTITY -> select(PageQueries.entity(any.apply(entities)));
            case NAMES -> select(PageQueries.names(any.apply(entities)));
            case ARTICLE -> select(PageQueries.article(any.apply(articles)));
            case WORDS -> select(PageQueries.words(Integer.toString(random.nextInt(24 * 24) + 24 * 24, 24)));
            case STORED ->
                get("api/queries/actors/profile?actor="
                                + URLEncoder.encode(any.apply(entities).replaceAll("[<>]", ""), StandardCharsets.UTF_8))
                        .build();
        };
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
    }

    private HttpRequest select(String query) {
        return HttpRequest.newBuilder(root.resolve("sparql"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json")
                .POST(BodyPublishers.ofString(PageQueries.PREFIXES + query))
                .build();
    }

    private void tell(PrintStream out) {
        out.println("| asked for | times | p50 ms | p95 ms | max ms | failed |\n|---|---|---|---|---|---|");
        for (Kind kind : Kind.values()) {
            row(out, kind.name(), List.of(kind));
        }
        row(out, "all", List.of(Kind.values()));
    }

    private void row(PrintStream out, String name, List<Kind> kinds) {
        long[] all = kinds.stream()
                .flatMap(kind -> nanos.getOrDefault(kind, new ConcurrentLinkedQueue<>()).stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        if (all.length > 0) {
            String faults = kinds.stream()
                    .flatMap(kind -> failed.getOrDefault(kind, Map.of()).entrySet().stream())
                    .map(fault -> fault.getValue() + " x " + fault.getKey())
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("0");
            out.printf(
                    "| %s | %d | %d | %d | %d | %s |%n",
                    name,
                    all.length,
                    all[all.length / 2] / 1_000_000,
                    all[all.length * 95 / 100] / 1_000_000,
                    all[all.length - 1] / 1_000_000,
                    faults);
        }
    }
}
