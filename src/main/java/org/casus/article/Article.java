package org.casus.article;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One news article. The text is as it was given, so that offsets fit the input; the id came with the article or, where
 * none came, was derived from its content.
 *
 * @param date when it was published: ISO 8601, a day or an instant with its zone; never the clock's date
 * @param dateBasis who says so
 */
public record Article(
        String id,
        String text,
        @Nullable String title,
        @Nullable String date,
        DateBasis dateBasis,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable String language)
        implements Serializable {
    /** Who says when an article was published. */
    public enum DateBasis {
        /** The article itself, or what it came with. */
        ARTICLE,
        /** Nobody: a crawl came by on that day, so it was then or before. */
        CRAWL;

        /** Its name in the graph. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An article that says itself when it was published, or of which nobody does. */
    public Article(
            String id,
            String text,
            @Nullable String title,
            @Nullable String date,
            @Nullable String publisher,
            @Nullable String url,
            @Nullable String language) {
        this(id, text, title, date, DateBasis.ARTICLE, publisher, url, language);
    }

    public Article {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an article without an id");
        }
    }
}
