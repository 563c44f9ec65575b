package org.casus.server;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import com.google.common.io.ByteStreams;
import com.google.common.net.HttpHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, which ship with the program. */
final class Page {
    private static final String FOLDER = "page/";
    private static final String INDEX = "index.html";
    private static final Pattern NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+)+");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "js", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain");

    private final Map<String, Optional<Part>> parts = new ConcurrentHashMap<>();

    private record Part(String type, ByteSource zipped, ByteSource plain, String tag) {}

    /** The document that every view begins with; which it shows is told by the address. */
    void sendIndex(HttpServletResponse response) throws IOException {
        Part index = part(INDEX).orElseThrow(() -> new IllegalStateException("the page was not built"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        Answer.send(response, index.type(), index.plain().read());
    }

    /** False where there is no such file. */
    boolean send(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Part> found = NAME.matcher(name).matches() ? part(name) : Optional.empty();
        if (found.isEmpty()) {
            return false;
        }
        Part part = found.get();
        response.setHeader(HttpHeaders.ETAG, part.tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (part.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else if (Gzip.accepted(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            Answer.send(response, part.type(), part.zipped().read());
        } else {
            Answer.send(response, part.type(), part.plain().read());
        }
        return true;
    }

    private Optional<Part> part(String name) {
        return parts.computeIfAbsent(name, Page::read);
    }

    private static Optional<Part> read(String name) {
        try (InputStream in = Page.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] plain = ByteStreams.toByteArray(in);
            String tag = "\"%s\"".formatted(Hashing.sha256().hashBytes(plain));
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return Optional.of(new Part(type, ByteSource.wrap(Gzip.of(plain)), ByteSource.wrap(plain), tag));
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read the page's " + name, fault);
        }
    }
}
