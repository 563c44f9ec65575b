package org.casus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.casus.article.Samples;

/** A server on this machine: each address that ends in .rss or .atom is a feed with one article of its own. */
final class NewsSite implements AutoCloseable {
    private static final String RSS = """
            <rss version="2.0"><channel><title>News</title>
            <item><title>One</title><link>%s</link></item></channel></rss>
            """;
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:news</id>
            <updated>2024-03-05T00:00:00Z</updated><entry><title>One</title><id>urn:one</id>
            <updated>2024-03-05T00:00:00Z</updated><link href="%s"/></entry></feed>
            """;

    private final HttpServer server;

    NewsSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String root() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String article = root() + path.replaceFirst("\\.\\w+$", ".html");
        byte[] content = content(path, article).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private static String content(String path, String article) {
        if (path.equals("/robots.txt")) {
            return "User-agent: *\nAllow: /\n";
        }
        if (path.endsWith(".rss")) {
            return RSS.formatted(article);
        }
        return path.endsWith(".atom") ? ATOM.formatted(article) : html();
    }

    private static String html() {
        return new String(Samples.all().getOrDefault("news.html", new byte[0]), UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
