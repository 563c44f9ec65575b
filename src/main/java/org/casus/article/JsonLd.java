package org.casus.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** The JSON-LD of a page, read as plain JSON in the shapes that publishers use for schema.org's Article. */
final class JsonLd {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ImmutableSet<String> KINDS =
            ImmutableSet.of("BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting");

    private JsonLd() {}

    /** Notes what a block says of the article; a block that is broken says nothing. */
    static void read(String block, Draft draft) {
        try {
            List<JsonNode> nodes = nodes(JSON.readTree(block)).toList();
            nodes.stream().filter(JsonLd::isArticle).findFirst().ifPresent(article -> {
                draft.putIfAbsent("title", words(text(article, "headline", "name")));
                draft.putIfAbsent("date", text(article, "datePublished", "dateCreated"));
                draft.putIfAbsent("publisher", words(publisher(article.path("publisher"), nodes)));
                draft.putIfAbsent("url", url(article));
                draft.putIfAbsent("language", text(article, "inLanguage"));
            });
        } catch (JsonProcessingException e) {
            // Pages are full of it, and the meta elements say the same.
        }
    }

    /** The objects of a block: itself, those of a list, and those of a graph. */
    private static Stream<JsonNode> nodes(JsonNode block) {
        if (block.isArray()) {
            return Streams.stream(block).flatMap(JsonLd::nodes);
        }
        return Stream.concat(Stream.of(block), Streams.stream(block.path("@graph")));
    }

    private static boolean isArticle(JsonNode node) {
        JsonNode type = node.path("@type");
        return Stream.concat(Stream.of(type), Streams.stream(type))
                .map(JsonNode::asText)
                .anyMatch(kind -> kind.endsWith("Article") || KINDS.contains(kind));
    }

    private static String publisher(JsonNode publisher, List<JsonNode> nodes) {
        JsonNode one = publisher.isArray() ? publisher.path(0) : publisher;
        String name = one.isTextual() ? text(one) : text(one, "name");
        if (!name.isEmpty() || !one.has("@id")) {
            return name;
        }
        Optional<JsonNode> meant = nodes.stream()
                .filter(node -> node.path("@id").equals(one.path("@id")))
                .findFirst();
        return meant.map(node -> text(node, "name")).orElse("");
    }

    private static String url(JsonNode article) {
        JsonNode page = article.path("mainEntityOfPage");
        String url = text(article, "url");
        return !url.isEmpty() ? url : page.isTextual() ? text(page) : text(page, "@id", "url");
    }

    private static String text(JsonNode node, String... keys) {
        return Stream.of(keys)
                .map(key -> text(node.path(key)))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText().strip() : "";
    }

    /** Many publishers escape for HTML what stands in JSON. */
    private static String words(String text) {
        return Parser.unescapeEntities(text, false);
    }
}
