package org.casus.annotation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.annotation.TimeExpression.Precision;
import org.jspecify.annotations.Nullable;

/** Resolves what news leaves to the day of publication: which Friday, which March, how much of this week. */
final class NewsTime {
    private static final Pattern WEEKDAY = Pattern.compile(
            "\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,2}\\.(?!\\w)");
    private static final Pattern MONTH = Pattern.compile(
            "\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\b");
    private static final Pattern YEAR = Pattern.compile("\\d{4}|\\b(?:year|century|decade)s?\\b");
    private static final Pattern NEARBY = Pattern.compile("\\b(?:last|previous|past|next|this|following|coming)\\b");
    /** "Last year" is the one before, but "the last two years" and "the past year" end now. */
    private static final Pattern UNTIL_NOW =
            Pattern.compile("\\bpast (day|week|month|year)$|\\b(?:past|last) (\\w+) (day|week|month|year)s$");

    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern NUMBER =
            Pattern.compile("\\b(?:\\d+|half|" + String.join("|", NUMBERS) + "|\\w+teen|\\w+ty|hundred|thousand)\\b");
    private static final Pattern CLOCK = Pattern.compile("T\\d{2}:\\d{2}$");
    private static final String DAYS = "montuewedthufrisatsun";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final LocalDate published;

    NewsTime(LocalDate published) {
        this.published = published;
    }

    /** Bounds of an expression that reads {@code text} and that SUTime gave {@code value}. */
    TimeBounds resolve(String text, String value, Tense tense) {
        String words = text.toLowerCase(Locale.ROOT);
        TimeBounds bounds = value.startsWith("PRESENT_REF") ? TimeBounds.day(published) : TimeBounds.of(value);
        return weekday(words, value, tense)
                .or(() -> month(words, bounds, tense))
                .or(() -> untilNow(words))
                .or(() -> weekend(value, tense))
                .orElseGet(() -> tense == Tense.FUTURE || bounds.precision() != Precision.WEEK
                        ? bounds
                        : bounds.upTo(published));
    }

    /** How many units some words count: "three", "about 20", "a"; none where they leave it open, as "one or two". */
    static Optional<Integer> number(@Nullable String words) {
        String last = words == null ? "" : words.substring(words.lastIndexOf(' ') + 1);
        if (words != null
                && NUMBER.matcher(words)
                        .region(0, words.length() - last.length())
                        .find()) {
            return Optional.empty();
        }
        if (last.matches("\\d{1,3}")) {
            return Optional.of(Integer.parseInt(last));
        }
        return last.matches("an?")
                ? Optional.of(1)
                : Optional.of(NUMBERS.indexOf(last) + 1).filter(times -> times > 0);
    }

    static boolean namesWeekday(String text) {
        return WEEKDAY.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    static boolean namesMonth(String text) {
        return MONTH.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** The day of the week of that name. */
    static Optional<DayOfWeek> weekday(String name) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The month of that name. */
    static Optional<Month> month(String name) {
        return Stream.of(Month.values())
                .filter(month -> month.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private Optional<TimeBounds> untilNow(String words) {
        Matcher span = UNTIL_NOW.matcher(words);
        if (!span.find()) {
            return Optional.empty();
        }
        String number = span.group(2);
        int times = number == null ? 1 : number(number).orElse(1);
        if (number != null && times == 1) {
            return Optional.empty();
        }
        String unit = number == null ? span.group(1) : span.group(3);
        LocalDate first = switch (unit) {
            case "day" -> published.minusDays(times);
            case "week" -> published.minusWeeks(times);
            case "month" -> published.minusMonths(times);
            default -> published.minusYears(times);
        };
        Precision precision = Precision.valueOf(unit.toUpperCase(Locale.ROOT));
        return Optional.of(new TimeBounds(first.toString(), published.toString(), precision));
    }

    /** SUTime's weekend is that of the week of publication, though "over the weekend" told on a Friday is past. */
    private Optional<TimeBounds> weekend(String value, Tense tense) {
        if (!value.endsWith("-WE") || tense == Tense.FUTURE) {
            return Optional.empty();
        }
        String first = TimeBounds.of(value).earliest();
        if (first == null) {
            return Optional.empty();
        }
        LocalDate saturday = LocalDate.parse(first);
        return saturday.isAfter(published)
                ? Optional.of(new TimeBounds(
                        saturday.minusWeeks(1).toString(), saturday.minusDays(6).toString(), Precision.DAY))
                : Optional.empty();
    }

    private Optional<TimeBounds> weekday(String words, String value, Tense tense) {
        Matcher weekday = WEEKDAY.matcher(words);
        if (!weekday.find()
                || MONTH.matcher(words).find()
                || YEAR.matcher(words).find()
                || value.startsWith("P")) {
            return Optional.empty();
        }
        DayOfWeek day = DayOfWeek.of(1 + DAYS.indexOf(weekday.group().substring(0, 3)) / 3);
        LocalDate date = published.with(
                switch (nearby(words)) {
                    case "last", "previous", "past" -> TemporalAdjusters.previous(day);
                    case "next", "following", "coming" -> TemporalAdjusters.next(day);
                    default ->
                        tense == Tense.FUTURE
                                ? TemporalAdjusters.nextOrSame(day)
                                : TemporalAdjusters.previousOrSame(day);
                });
        // "2 a.m. on Friday" keeps its hour.
        Matcher clock = CLOCK.matcher(value);
        return Optional.of(clock.find() ? TimeBounds.of(date + clock.group()) : TimeBounds.day(date));
    }

    private static String nearby(String words) {
        Matcher nearby = NEARBY.matcher(words);
        return nearby.find() ? nearby.group() : "";
    }

    /** SUTime takes the month of the year of publication, though "in December" told in January is past. */
    private Optional<TimeBounds> month(String words, TimeBounds bounds, Tense tense) {
        Matcher month = MONTH.matcher(words);
        boolean fits = bounds.precision() == Precision.DAY || bounds.precision() == Precision.MONTH;
        if (!fits || bounds.earliest() == null || YEAR.matcher(words).find() || !month.find()) {
            return Optional.empty();
        }
        Month named = Month.of(1 + MONTHS.indexOf(month.group(1)) / 3);
        String rest = bounds.earliest().substring(4);
        if (!rest.startsWith("-%02d".formatted(named.getValue()))) {
            return Optional.empty();
        }
        String date = year(rest, tense) + rest;
        return Optional.of(new TimeBounds(date, date, bounds.precision())).filter(TimeBounds::isInCalendar);
    }

    private int year(String rest, Tense tense) {
        int year = published.getYear();
        String same = published.toString().substring(4, 4 + rest.length());
        if (tense == Tense.FUTURE) {
            return rest.compareTo(same) < 0 ? year + 1 : year;
        }
        return rest.compareTo(same) > 0 ? year - 1 : year;
    }
}
