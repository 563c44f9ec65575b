package org.casus.store;

import java.util.function.Consumer;

/**
 * How a query is answered.
 *
 * @param limits of time and rows
 * @param cut true where an answer that exceeds its limits is written as far as it goes, false where it is none at all
 * @param allowService whether the query may ask other servers
 * @param bars whether a table draws its counts
 * @param notes told, in a line each, what one should know of the answer
 */
public record AnswerOptions(
        ResultFormat format,
        QueryLimits limits,
        boolean cut,
        boolean allowService,
        boolean bars,
        Consumer<String> notes) {
    /** All rows, however long it takes. */
    public static AnswerOptions in(ResultFormat format) {
        return within(format, QueryLimits.NONE);
    }

    /** An answer within limits, or none. */
    public static AnswerOptions within(ResultFormat format, QueryLimits limits) {
        return new AnswerOptions(format, limits, false, false, false, note -> {});
    }
}
