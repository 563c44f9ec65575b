package org.casus.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/**
 * What was fetched before, in a hidden file of the folder, which is thus no input: pages, and what servers said of
 * feeds for asking again.
 */
final class FetchMemory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGES = "pages";
    private static final String FEEDS = "feeds";

    private final Path file;
    private final ObjectNode content;

    FetchMemory(Path folder) throws IOException {
        file = folder.resolve(".fetched.json");
        content = Files.exists(file) && JSON.readTree(file.toFile()) instanceof ObjectNode read
                ? read
                : JSON.createObjectNode();
    }

    synchronized boolean hasPage(URI page) {
        return content.path(PAGES).has(page.toString());
    }

    synchronized void notePage(URI page, String when) {
        content.withObjectProperty(PAGES).put(page.toString(), when);
    }

    /** The headers that make a server say that a feed is as it was. */
    synchronized Map<String, String> conditions(URI feed) {
        Map<String, String> headers = new HashMap<>();
        content.path(FEEDS)
                .path(feed.toString())
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    synchronized void noteFeed(URI feed, PoliteClient.Answer answer) {
        ObjectNode headers = content.withObjectProperty(FEEDS).putObject(feed.toString());
        answer.header("etag").ifPresent(tag -> headers.put("If-None-Match", tag));
        answer.header("last-modified").ifPresent(date -> headers.put("If-Modified-Since", date));
    }

    /** Puts the file in the place of the old one at once, so that neither is ever half there. */
    synchronized void write() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        JSON.writeValue(fresh.toFile(), content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
