package org.casus.article;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Fetches as robots.txt allows, and of each host one thing at a time, with a pause between. */
final class PoliteClient {
    private static final String ROBOT = "casus";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_ROBOTS_BYTES = 500 * 1024;

    /** What a server gave. */
    static final class Answer {
        private final URI uri;
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        private Answer(URI uri, int status, Map<String, String> headers, byte[] body) {
            this.uri = uri;
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        URI uri() {
            return uri;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body.clone();
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private static final class Host {
        private long next = System.nanoTime();
        private Optional<RobotsRules> robots = Optional.empty();
    }

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final Duration pause;
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();

    PoliteClient(Duration pause) {
        this.pause = pause;
    }

    /** Lets a host be asked also where it stands in the local network, since it was named by hand. */
    void trust(URI address) {
        trusted.add(String.valueOf(address.getHost()));
    }

    /** What stands at an address, or where that leads; refused where robots.txt says so, there and on the way. */
    Answer get(URI address, Map<String, String> headers) throws IOException {
        URI uri = address;
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            Answer answer = getHere(uri, headers);
            Optional<String> location = answer.header("location");
            if (answer.status() / 100 != 3 || location.isEmpty()) {
                return answer;
            }
            uri = resolve(uri, location.get());
        }
        throw new IOException("redirects without end");
    }

    private static URI resolve(URI from, String location) throws IOException {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("leads to what is no address", e);
        }
    }

    private Answer getHere(URI uri, Map<String, String> headers) throws IOException {
        if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
            throw new IOException("not an address on the web");
        }
        if (!trusted.contains(uri.getHost()) && LocalNetwork.holds(uri.getHost())) {
            throw new IOException("leads into the local network, where only the host of a feed is asked");
        }
        Host host = hosts.computeIfAbsent(uri.getScheme() + "://" + uri.getRawAuthority(), origin -> new Host());
        synchronized (host) {
            RobotsRules robots = robots(host, uri);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            if (!robots.allows((uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + query)) {
                throw new RefusedInput("robots", "robots.txt does not allow it");
            }
            return send(host, uri, headers, Input.MAX_RECORD_BYTES);
        }
    }

    /** A site whose robots.txt cannot be had for a fault of its own is left alone. */
    private RobotsRules robots(Host host, URI uri) throws IOException {
        if (host.robots.isEmpty()) {
            Answer answer = send(host, uri.resolve("/robots.txt"), Map.of(), MAX_ROBOTS_BYTES);
            if (answer.status() >= 500) {
                throw new IOException("its robots.txt cannot be had: status " + answer.status());
            }
            host.robots = Optional.of(
                    answer.status() == 200
                            ? RobotsRules.of(new String(answer.body(), StandardCharsets.UTF_8), ROBOT)
                            : RobotsRules.NONE);
        }
        return host.robots.orElse(RobotsRules.NONE);
    }

    private Answer send(Host host, URI uri, Map<String, String> headers, int most) throws IOException {
        Uninterruptibles.sleepUninterruptibly(Duration.ofNanos(Math.max(0, host.next - System.nanoTime())));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("User-Agent", ROBOT + "/1.0");
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return answer(uri, response, most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Duration asked = host.robots.map(RobotsRules::delay).orElse(Duration.ZERO);
            Duration wait = asked.compareTo(pause) > 0 ? asked : pause;
            host.next = System.nanoTime() + wait.toNanos();
        }
    }

    private static Answer answer(URI uri, HttpResponse<InputStream> response, int most) throws IOException {
        Map<String, String> headers = new ConcurrentHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw new IOException("longer than %d MB".formatted(Math.max(1, most >> 20)));
            }
            return new Answer(uri, response.statusCode(), headers, body);
        }
    }
}
