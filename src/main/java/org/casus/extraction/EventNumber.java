package org.casus.extraction;

import org.jspecify.annotations.Nullable;

/** How many, as a range: "at least 200" has no upper bound, "dozens" is 24 to 99. */
public record EventNumber(
        What what,
        String text,
        @Nullable Double low,
        @Nullable Double high) {
    public enum What {
        KILLED,
        WOUNDED,
        ARRESTED,
        DISPLACED,
        PROTESTERS,
        TROOPS,
        RELEASED,
        OTHER
    }
}
