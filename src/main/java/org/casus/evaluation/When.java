package org.casus.evaluation;

import java.util.Optional;

/** The day of a fact, or the first and the last that it may have been on; all as ISO 8601 writes them. */
record When(Optional<String> day, Optional<String> after, Optional<String> before) {
    private static final int YEAR = 4;
    private static final int DAY = 10;

    static When of(Fields fact) {
        return new When(fact.optionalText("time"), fact.optionalText("after"), fact.optionalText("before"));
    }

    /** @param told an event with its time, or a statement that holds from one day until another */
    boolean fits(Fields told) {
        Fields time = told.optionalObject("time").orElse(told);
        Optional<String> begin = time.optionalText("earliest").or(() -> time.optionalText("from"));
        String from = cut(begin.orElse(""), DAY);
        String until = cut(
                time.optionalText("latest")
                        .or(() -> time.optionalText("until"))
                        .or(() -> begin)
                        .orElse(""),
                DAY);
        return day.isPresent() ? isWithin(day.get(), from, until) : after.isEmpty() || isBetween(from);
    }

    private static boolean isWithin(String day, String from, String until) {
        return from.compareTo(day) <= 0 && day.compareTo(until) <= 0;
    }

    /** A year or a month alone is held against the year of the first day. */
    private boolean isBetween(String from) {
        String first = after.orElse("");
        return !from.isEmpty()
                && cut(from, YEAR).compareTo(cut(first, YEAR)) >= 0
                && (from.length() < DAY || from.compareTo(first) >= 0)
                && (before.isEmpty() || from.compareTo(before.get()) <= 0);
    }

    private static String cut(String date, int length) {
        return date.substring(0, Math.min(length, date.length()));
    }
}
