package org.casus.article;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of fields to what they stand for; upper case, spaces, hyphens and underscores make no difference. */
final class FieldNames {
    static final String TEXT = "text";

    /** For each thing its names, the most telling first; a point leads into an object. */
    private static final ImmutableListMultimap<String, String> USUAL = ImmutableListMultimap.<String, String>builder()
            .putAll("id", "id", "guid", "uuid", "articleId")
            .putAll(TEXT, TEXT, "body", "content", "maintext", "fullText", "articleBody", "contentText", "article")
            .putAll("title", "title", "headline")
            .putAll("date", "date", "published", "datePublish", "datePublished", "publishedAt", "publishDate")
            .putAll("date", "pubDate", "publicationDate", "dateTime")
            .putAll("publisher", "publisher", "source", "publisher.name", "source.name", "siteName", "sourceDomain")
            .putAll("publisher", "outlet", "domain")
            .putAll("url", "url", "link", "uri", "webUrl")
            .putAll("language", "language", "lang")
            .build();

    /** What an article has. */
    static final ImmutableSet<String> KEYS = USUAL.keySet();

    /** What a field stands for, and how many names tell that better. */
    record Meaning(String key, int rank) {}

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final String text;

    /** The usual names, but for what has a name of the user's own. */
    FieldNames(Map<String, String> own) {
        ListMultimap<String, String> names =
                MultimapBuilder.linkedHashKeys().arrayListValues().build(USUAL);
        own.forEach((key, name) -> names.replaceValues(key, List.of(name)));
        names.asMap().forEach((key, each) -> {
            int rank = 0;
            for (String name : each) {
                meanings.put(plain(name), new Meaning(key, rank++));
            }
        });
        text = names.get(TEXT).get(0);
    }

    Optional<Meaning> find(String path) {
        return Optional.ofNullable(meanings.get(plain(path)));
    }

    /** Whether a name leads into the object at this path. */
    boolean leadInto(String path) {
        String begin = plain(path) + ".";
        return meanings.keySet().stream().anyMatch(name -> name.startsWith(begin));
    }

    /** The name that the text should have. */
    String text() {
        return text;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
