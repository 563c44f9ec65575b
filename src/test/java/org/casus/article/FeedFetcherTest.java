package org.casus.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFetcherTest {
    @TempDir
    private Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> site = new HashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::answer);
        server.start();
        site.put("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: Casus\nDisallow: /private\n");
        site.put("/feed", feed("/1", "/2", "/private/3", "/gone"));
        site.put("/1", Samples.html());
        site.put("/2", Samples.html());
        site.put("/private/3", Samples.html());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        String content = site.get(path);
        byte[] bytes = content == null ? new byte[0] : content.getBytes(UTF_8);
        String tag = "\"" + bytes.length + "\"";
        boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("ETag", tag);
        atOnce.decrementAndGet();
        if (path.equals("/moved")) {
            exchange.getResponseHeaders().add("Location", "/feed");
            exchange.sendResponseHeaders(301, -1);
        } else if (content == null || known) {
            exchange.sendResponseHeaders(known ? 304 : 404, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Test
    void writesThePagesBehindAFeedIntoACrawl() throws IOException {
        FetchReport report = fetch("/feed", 0);

        assertThat(report.pages()).isEqualTo(2);
        assertThat(new ArticleReader().read(report.crawl()))
                .extracting(reading -> ((Reading.Accepted) reading).article().url())
                .containsExactlyInAnyOrder(
                        address("/1").toString(), address("/2").toString());
    }

    @Test
    void keepsToRobotsTxtAndSaysWhatItCouldNotHave() throws IOException {
        FetchReport report = fetch("/feed", 0);

        assertThat(asked).doesNotContain("/private/3");
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        address("/private/3") + ": robots.txt does not allow it", address("/gone") + ": status 404");
        assertThat(report.failed()).isEqualTo(2);
    }

    @Test
    void fetchesNothingTwice() throws IOException {
        fetch("/feed", 0);
        asked.clear();

        FetchReport again = fetch("/feed", 1);
        site.put("/feed", feed("/1", "/2", "/4"));
        site.put("/4", Samples.html());
        FetchReport more = fetch("/feed", 2);

        assertThat(again).isEqualTo(new FetchReport(1, 1, 0, 0, null));
        assertThat(more.pages()).isEqualTo(1);
        assertThat(asked).doesNotContain("/1", "/2").contains("/4");
    }

    @Test
    void asksAHostForOneThingAtATime() throws IOException {
        fetch("/feed", 0);

        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void goesOnAfterABrokenFeed() throws IOException {
        site.put("/broken", "<rss><channel>");

        FetchReport report = new FeedFetcher(folder, Duration.ZERO)
                .fetch(List.of(address("/broken"), address("/nowhere"), address("/moved")), Instant.EPOCH, faults::add);

        assertThat(report.pages()).isEqualTo(2);
        assertThat(faults)
                .anyMatch(fault -> fault.startsWith(address("/broken") + ": broken XML"))
                .contains(address("/nowhere") + ": status 404");
    }

    @Test
    void readsRobotsTxtByTheLongestRule() {
        RobotsRules rules = RobotsRules.of("""
                User-agent: other
                User-agent: casus # that is us
                Disallow: /a
                Allow: /a/b
                Disallow: /*.pdf$
                Crawl-delay: 2.5
                """, "casus");

        assertThat(rules.allows("/")).isTrue();
        assertThat(rules.allows("/a/c")).isFalse();
        assertThat(rules.allows("/a/b/c")).isTrue();
        assertThat(rules.allows("/x/y.pdf")).isFalse();
        assertThat(rules.allows("/x/y.pdf?page=2")).isTrue();
        assertThat(rules.delay()).isEqualTo(Duration.ofMillis(2500));
        assertThat(RobotsRules.of("User-agent: *\nDisallow:", "casus").allows("/a"))
                .isTrue();
    }

    @Test
    void asksNothingOfTheLocalNetworkThatAFeedAloneNames() throws IOException {
        int port = server.getAddress().getPort();
        List<String> near = List.of("127.0.0.1:" + port, "[::1]:" + port, "10.0.0.1", "169.254.169.254", "[fd00::1]");
        StringBuilder items = new StringBuilder();
        near.forEach(host -> items.append("<item><link>http://%s/2</link></item>".formatted(host)));
        site.put("/near", "<rss version=\"2.0\"><channel><title>T</title>%s</channel></rss>".formatted(items));

        FetchReport report = fetch("/near", 0);

        assertThat(report.failed()).isEqualTo(near.size());
        assertThat(faults).allMatch(fault -> fault.contains("leads into the local network"));
        assertThat(asked).doesNotContain("/2");
    }

    private FetchReport fetch(String feed, long second) throws IOException {
        return new FeedFetcher(folder, Duration.ZERO)
                .fetch(List.of(address(feed)), Instant.ofEpochSecond(second), faults::add);
    }

    private URI address(String path) {
        return URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), path));
    }

    private String feed(String... paths) {
        StringBuilder items = new StringBuilder();
        for (String path : paths) {
            items.append("<item><link>%s</link></item>".formatted(address(path)));
        }
        return "<rss version=\"2.0\"><channel><title>T</title>%s</channel></rss>".formatted(items);
    }
}
