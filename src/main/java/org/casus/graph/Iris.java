package org.casus.graph;

import com.google.common.escape.Escaper;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.net.PercentEscaper;
import java.nio.charset.StandardCharsets;
import org.casus.article.Span;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** Mints IRIs from content, so that the same article gives the same graph anywhere. */
final class Iris {
    /** 96 bits: two of a hundred million reports share a hash once in ten trillion such stores. */
    private static final int HASH_LETTERS = 24;

    private static final Escaper TITLES = new PercentEscaper("-_.!~*'(),:;@/", false);

    private Iris() {}

    static String article(String articleId) {
        return Vocabulary.DATA + "article/" + hash(articleId);
    }

    static String articleGraph(String articleId) {
        return Vocabulary.DATA + "graph/article/" + hash(articleId);
    }

    static String entity(String entityId) {
        return Vocabulary.DATA + "entity/" + entityId;
    }

    /** A publisher that only an article's metadata names. */
    static String publisher(String name) {
        return entity("publisher-" + hash(name));
    }

    static String part(String article, String kind, Span span) {
        return "%s/%s/%d-%d".formatted(article, kind, span.begin(), span.end());
    }

    /** Two heads in one phrase ("Armenia and Azerbaijan") are two mentions. */
    static String mention(String article, Mention mention) {
        return part(article, "mention", mention.span()) + "-" + mention.head();
    }

    static String data(String kind, @Nullable Object... content) {
        return Vocabulary.DATA + kind + "/" + hash(content);
    }

    /** A title of Wikipedia as an address has it, without what no IRI may hold. */
    static String path(String title) {
        return TITLES.escape(title.replace(' ', '_'));
    }

    /** Each part goes in with its length, so that no two lists of parts run together. */
    static String hash(@Nullable Object... content) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (Object part : content) {
            String text = part == null ? "" : part.toString();
            hasher.putInt(part == null ? -1 : text.length()).putString(text, StandardCharsets.UTF_8);
        }
        return hasher.hash().toString().substring(0, HASH_LETTERS);
    }
}
