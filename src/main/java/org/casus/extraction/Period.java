package org.casus.extraction;

import org.jspecify.annotations.Nullable;

/**
 * Since when and until when something held.
 *
 * @param from null where the text does not say
 * @param until null where the text does not say; it need not hold still
 * @param asOf a time at which it held, where the text tells neither beginning nor end
 */
public record Period(
        @Nullable Moment from,
        @Nullable Moment until,
        @Nullable Moment asOf) {
    public static final Period UNKNOWN = new Period(null, null, null);

    static Period from(Moment from) {
        return new Period(from, null, null);
    }

    static Period until(Moment until) {
        return new Period(null, until, null);
    }
}
