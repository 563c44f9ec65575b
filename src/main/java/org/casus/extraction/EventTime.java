package org.casus.extraction;

import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * When it happened, between two bounds.
 *
 * @param span the words that say so; null where the publication date is all there is
 * @param earliest ISO 8601, cut to what is known
 * @param latest ISO 8601, inclusive
 */
public record EventTime(
        @Nullable Span span,
        @Nullable String text,
        @Nullable String earliest,
        @Nullable String latest,
        Precision precision,
        Basis basis) {
    public enum Basis {
        TEXT,
        DATELINE,
        PUBLICATION
    }
}
