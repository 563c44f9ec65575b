package org.casus.annotation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.annotation.TimeExpression.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the times that a story counts from the last one it told: "six years later", "the following January". SUTime
 * counts them from the day of publication, and so makes what is long past come true in years to come.
 */
final class RelativeTimes {
    /** How many sentences back the time may be told from which one is counted. */
    private static final int FARTHEST = 4;

    private static final String UNIT = "(minute|hour|day|night|morning|afternoon|evening|week|month|year|decade)s?";
    private static final Pattern COUNTED = Pattern.compile("(?:(.*?)[ -])?" + UNIT + " (later|earlier|before|after)");
    private static final Pattern DAYS =
            Pattern.compile(".*\\b(?:day|night|morning|afternoon|evening)s? (?:later|earlier|before|after)");
    private static final Pattern SEASON =
            Pattern.compile("(?:the )?(next|following|previous) (spring|summer|autumn|fall|winter)");
    private static final Pattern NEIGHBOUR =
            Pattern.compile("(?:the )?(next|following|previous|same|that) (?:very )?" + UNIT);
    private static final String NAME = Stream.concat(Stream.of(Month.values()), Stream.of(DayOfWeek.values()))
            .map(name -> name.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|", "(", ")"));
    private static final Pattern NAMED = Pattern.compile("(?:the )?(next|following|previous) " + NAME + "|" + NAME
            + " (?:the|of the) (next|following|previous) year");

    private static final Pattern OF_THAT_YEAR = Pattern.compile("(?:.* )?(?:of )?(?:that (?:same )?|the same )year\\b");
    private static final int OF_YEAR = "of that same year".split(" ").length;
    private static final Pattern YEAR = Pattern.compile("\\b[12]\\d{3}\\b");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("\\d{4}(-\\d{2}(?:-\\d{2})?)");

    private final @Nullable LocalDate published;
    private @Nullable TimeExpression told;
    /**
     * Days are counted from the last day told, though its sentence went on: "on Monday, for the first time this year".
     */
    private @Nullable TimeExpression day;

    private int dayToldIn;
    private @Nullable String entryYear;
    private int toldIn;

    /** @param published null where nobody says */
    RelativeTimes(@Nullable LocalDate published) {
        this.published = published;
    }

    /** The times of the next sentence of the story. */
    List<TimeExpression> resolve(int sentence, List<TimeExpression> times, List<Token> tokens) {
        List<TimeExpression> resolved = new ArrayList<>();
        for (TimeExpression time : times) {
            TimeExpression told = isRelative(time, tokens)
                    ? resolve(sentence, time, tokens)
                    : ofThatYear(sentence, entry(time, tokens), tokens);
            resolved.add(told);
            if (told.earliest() != null && told.latest() != null) {
                this.told = told;
                toldIn = sentence;
                if (told.precision() == Precision.DAY) {
                    day = told;
                    dayToldIn = sentence;
                }
            }
        }
        return resolved;
    }

    /** "29 May: ..." of a timeline is of the year that the entry before it gave: "4 May 2019: ...". */
    private TimeExpression entry(TimeExpression time, List<Token> tokens) {
        if (time.first() > 0
                || time.earliest() == null
                || !word(tokens, time.end()).matches("|:|-|--|–|—")) {
            return time;
        }
        if (YEAR.matcher(time.text()).find()) {
            entryYear = time.earliest().substring(0, "0000".length());
            return time;
        }
        return inYear(time, entryYear);
    }

    /** "In September of that year". */
    private TimeExpression ofThatYear(int sentence, TimeExpression time, List<Token> tokens) {
        String words = time.text()
                + tokens.subList(time.end(), Math.min(tokens.size(), time.end() + OF_YEAR)).stream()
                        .map(token -> " " + token.text())
                        .collect(Collectors.joining());
        Matcher said = OF_THAT_YEAR.matcher(words.toLowerCase(Locale.ROOT));
        return told == null || sentence - toldIn > FARTHEST || !said.lookingAt()
                ? time
                : inYear(time, String.valueOf(told.earliest()).substring(0, "0000".length()));
    }

    /** The same month, or day of a month, in another year. */
    private static TimeExpression inYear(TimeExpression time, @Nullable String year) {
        Matcher rest = WITHOUT_YEAR.matcher(String.valueOf(time.earliest()));
        boolean moves = year != null
                && NewsTime.namesMonth(time.text())
                && String.valueOf(time.earliest()).equals(time.latest())
                && rest.matches();
        return moves ? with(time, new TimeBounds(year + rest.group(1), year + rest.group(1), time.precision())) : time;
    }

    /** "Next Friday" and "last year" are counted from today, "the next Friday" and "two days later" are not. */
    private static boolean isRelative(TimeExpression time, List<Token> tokens) {
        String words = words(time, tokens);
        return COUNTED.matcher(words).matches()
                || (words.matches(".*\\b(?:the|that)\\b.*")
                        && Stream.of(NEIGHBOUR, NAMED, SEASON)
                                .anyMatch(pattern -> pattern.matcher(words).matches()));
    }

    /** Its words, with the article or "that" before them and the "before" behind them, which SUTime may leave out. */
    private static String words(TimeExpression time, List<Token> tokens) {
        String words = time.text().toLowerCase(Locale.ROOT);
        String before =
                time.first() == 0 ? "" : tokens.get(time.first() - 1).text().toLowerCase(Locale.ROOT);
        String behind = word(tokens, time.end());
        return (before.matches("the|that") ? before + " " : "")
                + words
                + (behind.matches("before|after") && words.matches(".*\\b" + UNIT) ? " " + behind : "");
    }

    private static String word(List<Token> tokens, int i) {
        return i < tokens.size() ? tokens.get(i).text().toLowerCase(Locale.ROOT) : "";
    }

    /** "The day before the vote", "two days after it began" are counted from what nobody dates. */
    private static boolean isBesideEvent(TimeExpression time, List<Token> tokens) {
        int behind = word(tokens, time.end()).matches("before|after") ? time.end() + 1 : time.end();
        return word(tokens, behind - 1).matches("before|after")
                && behind < tokens.size()
                && tokens.get(behind).pos().matches("DT|NN.*|PRP.*|JJ.*|CD|VBG|WP");
    }

    private TimeExpression resolve(int sentence, TimeExpression time, List<Token> tokens) {
        if (isBesideEvent(time, tokens)) {
            return with(time, TimeBounds.UNKNOWN);
        }
        boolean toCome = Tense.at(tokens, time.first()) == Tense.FUTURE;
        String words = words(time, tokens);
        TimeExpression last = DAYS.matcher(words).matches() && day != null && dayToldIn == toldIn ? day : told;
        TimeExpression from = sentence - toldIn <= FARTHEST ? last : null;
        Optional<TimeBounds> bounds = from == null ? Optional.empty() : bounds(words, from);
        boolean fromToday = toCome && bounds.filter(found -> !isOver(found)).isEmpty();
        if (fromToday || (bounds.isEmpty() && words.endsWith("earlier"))) {
            return time;
        }
        return with(
                time,
                bounds.filter(TimeBounds::isInCalendar)
                        .filter(found -> toCome || !isToCome(found))
                        .orElse(TimeBounds.UNKNOWN));
    }

    private boolean isOver(TimeBounds bounds) {
        String latest = String.valueOf(bounds.latest());
        return published != null && latest.compareTo(published.toString().substring(0, latest.length())) < 0;
    }

    private boolean isToCome(TimeBounds bounds) {
        String day = String.valueOf(published);
        return published != null && String.valueOf(bounds.earliest()).compareTo(day) > 0;
    }

    private static TimeExpression with(TimeExpression time, TimeBounds bounds) {
        return new TimeExpression(
                time.first(),
                time.end(),
                time.span(),
                time.text(),
                bounds.earliest() == null ? "" : bounds.earliest(),
                bounds.earliest(),
                bounds.latest(),
                bounds.precision());
    }

    private static Optional<TimeBounds> bounds(String words, TimeExpression from) {
        Matcher counted = COUNTED.matcher(words);
        if (counted.matches()) {
            int sign = counted.group(3).matches("later|after") ? 1 : -1;
            Optional<Integer> number =
                    "the".equals(counted.group(1)) ? Optional.of(1) : NewsTime.number(counted.group(1));
            return number.map(times -> shifted(from, sign * times, counted.group(2)));
        }
        Matcher neighbour = NEIGHBOUR.matcher(words);
        if (neighbour.matches()) {
            return Optional.of(shifted(from, step(neighbour.group(1)), neighbour.group(2)));
        }
        Matcher season = SEASON.matcher(words);
        if (season.matches()) {
            return Optional.of(season(season.group(2), step(season.group(1)), from));
        }
        Matcher named = NAMED.matcher(words);
        return named.matches() ? named(named, from) : Optional.empty();
    }

    private static int step(String word) {
        return switch (word) {
            case "previous" -> -1;
            case "same", "that" -> 0;
            default -> 1;
        };
    }

    /** The first season of that name that begins after a time, or the last that ended before it. */
    private static TimeBounds season(String name, int step, TimeExpression from) {
        int month = switch (name) {
            case "spring" -> 3;
            case "summer" -> 6;
            case "winter" -> 12;
            default -> 9;
        };
        YearMonth last = YearMonth.from(day(from.latest(), false));
        YearMonth first = last.withMonth(month);
        if (step > 0) {
            first = first.isAfter(last) ? first : first.plusYears(1);
        } else {
            YearMonth told = YearMonth.from(day(from.earliest(), true));
            first = told.withMonth(month);
            first = first.plusMonths(2).isBefore(told) ? first : first.minusYears(1);
        }
        return new TimeBounds(first.toString(), first.plusMonths(2).toString(), Precision.MONTH);
    }

    /** So many units from a time, as exactly as the coarser of the two is known: a day after 1974 is in 1974. */
    private static TimeBounds shifted(TimeExpression from, int times, String unit) {
        ChronoUnit by = switch (unit) {
            case "week" -> ChronoUnit.WEEKS;
            case "month" -> ChronoUnit.MONTHS;
            case "year" -> ChronoUnit.YEARS;
            case "decade" -> ChronoUnit.DECADES;
            default -> ChronoUnit.DAYS;
        };
        if (unit.matches("minute|hour")) {
            return hours(from, unit.equals("hour") ? times : 0);
        }
        boolean finer = by.compareTo(ChronoUnit.MONTHS) < 0 && from.precision().compareTo(Precision.WEEK) > 0;
        if (finer) {
            return new TimeBounds(from.earliest(), from.latest(), from.precision());
        }
        LocalDate first = day(from.earliest(), true).plus(times, by);
        LocalDate last = day(from.latest(), false).plus(times, by);
        if (by == ChronoUnit.WEEKS && first.equals(last)) {
            return days(first.with(DayOfWeek.MONDAY), last.with(DayOfWeek.SUNDAY), Precision.WEEK);
        }
        return switch (by) {
            case MONTHS -> cut(first, last, "0000-00".length(), coarser(from, Precision.MONTH));
            case YEARS, DECADES -> cut(first, last, "0000".length(), coarser(from, Precision.YEAR));
            case WEEKS -> days(first, last, coarser(from, Precision.WEEK));
            default -> days(first, last, coarser(from, Precision.DAY));
        };
    }

    /** Some hours from a day may be past midnight. */
    private static TimeBounds hours(TimeExpression from, int hours) {
        if (from.precision().compareTo(Precision.DAY) > 0 || Math.abs(hours) < 4) {
            return new TimeBounds(from.earliest(), from.latest(), from.precision());
        }
        int days = 1 + Math.abs(hours) / 24;
        LocalDate first = day(from.earliest(), true).minusDays(hours < 0 ? days : 0);
        LocalDate last = day(from.latest(), false).plusDays(hours > 0 ? days : 0);
        return days(first, last, Precision.DAY);
    }

    private static Precision coarser(TimeExpression from, Precision unit) {
        return from.precision().compareTo(unit) > 0 ? from.precision() : unit;
    }

    /** A month or a day of the week that is the next or the last one from there. */
    private static Optional<TimeBounds> named(Matcher named, TimeExpression from) {
        boolean ofYear = named.group(1) == null;
        String name = ofYear ? named.group(3) : named.group(2);
        int step = step(ofYear ? named.group(4) : named.group(1));
        LocalDate first = day(from.earliest(), true);
        Optional<TimeBounds> month = NewsTime.month(name).map(of -> {
            YearMonth told = YearMonth.from(first);
            YearMonth found = told.withMonth(of.getValue());
            boolean there = step > 0 ? found.isAfter(told) : found.isBefore(told);
            String value = (ofYear || !there ? found.plusYears(step) : found).toString();
            return new TimeBounds(value, value, Precision.MONTH);
        });
        boolean ofDay = from.precision().compareTo(Precision.DAY) <= 0;
        return month.or(() -> NewsTime.weekday(name)
                .filter(day -> ofDay)
                .map(day -> TimeBounds.day(
                        first.with(step > 0 ? TemporalAdjusters.next(day) : TemporalAdjusters.previous(day)))));
    }

    private static TimeBounds days(LocalDate first, LocalDate last, Precision precision) {
        return new TimeBounds(first.toString(), last.toString(), precision);
    }

    private static TimeBounds cut(LocalDate first, LocalDate last, int length, Precision precision) {
        return new TimeBounds(
                first.toString().substring(0, length), last.toString().substring(0, length), precision);
    }

    /** The first or last day that a cut date leaves open. */
    private static LocalDate day(@Nullable String date, boolean first) {
        String known = String.valueOf(date);
        return switch (known.length()) {
            case 4 -> first ? LocalDate.parse(known + "-01-01") : LocalDate.parse(known + "-12-31");
            case 7 ->
                first ? YearMonth.parse(known).atDay(1) : YearMonth.parse(known).atEndOfMonth();
            default -> LocalDate.parse(known.substring(0, "0000-00-00".length()));
        };
    }
}
