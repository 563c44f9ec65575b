package org.casus.annotation;

import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * A temporal expression, resolved against the article's date where that is needed.
 *
 * @param first index of its first token in the sentence
 * @param end index after its last token
 * @param earliest ISO 8601, cut to what is known; null where it cannot be resolved
 * @param latest ISO 8601, inclusive
 * @param value its TIMEX3 value
 */
public record TimeExpression(
        int first,
        int end,
        Span span,
        String text,
        String value,
        @Nullable String earliest,
        @Nullable String latest,
        Precision precision) {
    public enum Precision {
        SECOND,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR,
        DECADE,
        CENTURY,
        UNKNOWN
    }
}
