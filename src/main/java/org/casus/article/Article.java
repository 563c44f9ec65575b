package org.casus.article;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One news article. The text is as it was given, so that offsets fit the input; the id came with the article or, where
 * none came, was derived from its content.
 *
 * @param date when it was published: ISO 8601, a day or an instant with its zone; never the clock's date
 */
public record Article(
        String id,
        String text,
        @Nullable String title,
        @Nullable String date,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable String language)
        implements Serializable {
    public Article {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an article without an id");
        }
    }
}
