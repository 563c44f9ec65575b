package org.casus.annotation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.annotation.TimeExpression.Precision;
import org.jspecify.annotations.Nullable;

/**
 * The first and last moment that a TIMEX3 value leaves open, each ISO 8601 cut to what is known.
 *
 * @param earliest null where the value does not say, as of a duration
 */
record TimeBounds(@Nullable String earliest, @Nullable String latest, Precision precision) {
    static final TimeBounds UNKNOWN = new TimeBounds(null, null, Precision.UNKNOWN);

    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T.*)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}(:\\d{2}){0,2}).*");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DECADE = Pattern.compile("(\\d{3})X");
    private static final Pattern CENTURY = Pattern.compile("(\\d{2})XX");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})(?:-(WE|[1-7])(?:T.*)?)?");
    private static final Pattern PART = Pattern.compile("(\\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])");

    /** What a TIMEX3 value says by itself, whatever the text around it. */
    static TimeBounds of(String value) {
        int slash = value.indexOf('/');
        if (slash > 0) {
            return range(of(value.substring(0, slash)), of(value.substring(slash + 1)));
        }
        TimeBounds bounds = clock(value)
                .or(() -> single(YEAR, value, Precision.YEAR))
                .or(() -> single(MONTH, value, Precision.MONTH))
                .or(() -> span(DECADE, value, "0", "9", Precision.DECADE))
                .or(() -> span(CENTURY, value, "00", "99", Precision.CENTURY))
                .or(() -> week(value))
                .or(() -> part(value))
                .orElse(UNKNOWN);
        return bounds.isInCalendar() ? bounds : UNKNOWN;
    }

    static TimeBounds day(LocalDate day) {
        return new TimeBounds(day.toString(), day.toString(), Precision.DAY);
    }

    /** The same, ending no later than {@code day}; a span of days alone is cut. */
    TimeBounds upTo(LocalDate day) {
        if (earliest == null || latest == null || latest.length() != 10) {
            return this;
        }
        String limit = day.toString();
        return latest.compareTo(limit) > 0 && earliest.compareTo(limit) <= 0
                ? new TimeBounds(earliest, limit, precision)
                : this;
    }

    /** Not so February 29 of 2023, nor a day of the year 10000, which ISO 8601 writes in another way. */
    boolean isInCalendar() {
        return isInCalendar(earliest) && isInCalendar(latest);
    }

    private static boolean isInCalendar(@Nullable String date) {
        if (date == null) {
            return true;
        }
        String day = date.substring(0, Math.min(date.length(), "0000-00-00".length()));
        try {
            LocalDate.parse(day + "-01-01".substring(day.length() - "0000".length()));
            return true;
        } catch (DateTimeParseException notInCalendar) {
            return false;
        }
    }

    private static TimeBounds range(TimeBounds from, TimeBounds to) {
        if (from.earliest == null && to.latest == null) {
            return UNKNOWN;
        }
        Precision coarser = from.precision.compareTo(to.precision) >= 0 ? from.precision : to.precision;
        return new TimeBounds(from.earliest, to.latest, coarser);
    }

    private static Optional<TimeBounds> clock(String value) {
        Matcher clock = CLOCK.matcher(value);
        if (clock.matches()) {
            String moment = clock.group(1);
            Precision precision = moment.length() > 16 ? Precision.SECOND : Precision.HOUR;
            return Optional.of(new TimeBounds(moment, moment, precision));
        }
        Matcher day = DAY.matcher(value);
        return day.matches()
                ? Optional.of(new TimeBounds(day.group(1), day.group(1), Precision.DAY))
                : Optional.empty();
    }

    private static Optional<TimeBounds> single(Pattern pattern, String value, Precision precision) {
        return pattern.matcher(value).matches()
                ? Optional.of(new TimeBounds(value, value, precision))
                : Optional.empty();
    }

    private static Optional<TimeBounds> span(
            Pattern pattern, String value, String first, String last, Precision precision) {
        Matcher matcher = pattern.matcher(value);
        return matcher.matches()
                ? Optional.of(new TimeBounds(matcher.group(1) + first, matcher.group(1) + last, precision))
                : Optional.empty();
    }

    private static Optional<TimeBounds> week(String value) {
        Matcher matcher = WEEK.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int week = Integer.parseInt(matcher.group(2));
        if (week < 1 || week > 53) {
            return Optional.empty();
        }
        LocalDate monday = LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.MONDAY);
        String within = matcher.group(3);
        if (within == null) {
            return Optional.of(days(monday, monday.plusDays(6), Precision.WEEK));
        }
        if (within.equals("WE")) {
            return Optional.of(days(monday.plusDays(5), monday.plusDays(6), Precision.DAY));
        }
        return Optional.of(day(monday.plusDays(Integer.parseInt(within) - 1L)));
    }

    private static TimeBounds days(LocalDate first, LocalDate last, Precision precision) {
        return new TimeBounds(first.toString(), last.toString(), precision);
    }

    private static Optional<TimeBounds> part(String value) {
        Matcher matcher = PART.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "SP" -> months(year, 3, year, 5);
                    case "SU" -> months(year, 6, year, 8);
                    case "FA" -> months(year, 9, year, 11);
                    case "WI" -> months(year, 12, year + 1, 2);
                    case "Q1" -> months(year, 1, year, 3);
                    case "Q2" -> months(year, 4, year, 6);
                    case "Q3" -> months(year, 7, year, 9);
                    case "Q4" -> months(year, 10, year, 12);
                    case "H1" -> months(year, 1, year, 6);
                    default -> months(year, 7, year, 12);
                });
    }

    private static TimeBounds months(int firstYear, int first, int lastYear, int last) {
        return new TimeBounds(
                "%04d-%02d".formatted(firstYear, first), "%04d-%02d".formatted(lastYear, last), Precision.MONTH);
    }
}
