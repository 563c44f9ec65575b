package org.casus.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which articles of a store are meant; what is given narrows the choice down together.
 *
 * @param url the address of an article
 * @param publisher the name of who published it, in any case
 * @param since the first day on which it was published
 * @param until the last such day; an article without a date is on no day
 */
public record ArticleChoice(
        @Nullable String url,
        @Nullable String publisher,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {
    /** True where nothing is asked for; then nothing is meant. */
    public boolean isEmpty() {
        return url == null && publisher == null && since == null && until == null;
    }
}
