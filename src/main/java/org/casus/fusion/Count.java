package org.casus.fusion;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** How many, as one report has it: killed, arrested and so on. A bound that is null is open. */
record Count(String counts, @Nullable Double low, @Nullable Double high) implements Serializable {
    /** True where both cannot be right. */
    boolean differsFrom(Count other) {
        return counts.equals(other.counts) && (isBelow(other) || other.isBelow(this));
    }

    private boolean isBelow(Count other) {
        return high != null && other.low != null && high < other.low;
    }

    /** The range that holds both; open where one of them is. */
    Count hull(Count other) {
        return new Count(
                counts,
                low == null || other.low == null ? null : Double.valueOf(Math.min(low, other.low)),
                high == null || other.high == null ? null : Double.valueOf(Math.max(high, other.high)));
    }

    String words() {
        if (low == null) {
            return high == null ? "some" : "up to " + words(high);
        }
        if (high == null) {
            return "at least " + words(low);
        }
        return low.equals(high) ? words(low) : words(low) + " to " + words(high);
    }

    private static String words(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
