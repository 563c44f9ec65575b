package org.casus.annotation;

import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Span;

/**
 * Joins the two ends of a range, of which SUTime makes two times or sees but one: "between May and July", "May 3-5".
 */
final class TimeRanges {
    private static final Set<String> DASHES = Set.of("-", "–", "—");
    private static final Set<String> TO = Set.of("to", "until", "till", "through", "-", "–", "—");
    private static final String AND = "and";
    /** "Moved the vote from May to July" tells two times of which neither lasts until the other. */
    private static final Set<String> MOVING = Set.of("move", "postpone", "delay", "reschedule", "shift");

    private static final Set<String> MOVING_WITH = Set.of("bring forward", "put off", "push back");
    private static final String LAST_YEAR = "2100";

    private final String text;
    private final List<Token> tokens;

    /** @param text of the article, for which the tokens are those of one sentence */
    TimeRanges(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    List<TimeExpression> join(List<TimeExpression> times) {
        List<TimeExpression> joined = new ArrayList<>();
        for (TimeExpression time : times) {
            TimeExpression last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.end() > time.first()) {
                continue;
            }
            Optional<TimeExpression> range = last == null ? Optional.empty() : range(last, time);
            range.ifPresent(whole -> joined.remove(joined.size() - 1));
            joined.add(
                    range.or(() -> sinceDay(time)).or(() -> untilNumber(time)).orElse(time));
        }
        return joined;
    }

    private Optional<TimeExpression> range(TimeExpression from, TimeExpression to) {
        return rangeFrom(onDayOf(to, from), to);
    }

    /** The first clock of "between 10 p.m. and 2 a.m. on Friday", which SUTime takes for one of today. */
    private static TimeExpression onDayOf(TimeExpression to, TimeExpression from) {
        String clock = String.valueOf(from.earliest());
        boolean fits = from.precision() == Precision.HOUR
                && to.precision() == Precision.HOUR
                && cycle(to).filter(Period.ofWeeks(1)::equals).isPresent()
                && cycle(from).filter(Period.ofDays(1)::equals).isPresent()
                && from.earliest() != null
                && to.earliest() != null;
        if (!fits) {
            return from;
        }
        String day = String.valueOf(to.earliest());
        String moved = day.substring(0, "0000-00-00".length()) + clock.substring("0000-00-00".length());
        return new TimeExpression(
                from.first(), from.end(), from.span(), from.text(), moved, moved, moved, from.precision());
    }

    private Optional<TimeExpression> rangeFrom(TimeExpression from, TimeExpression to) {
        boolean told = from.earliest() != null && to.latest() != null;
        if (!told || to.first() - from.end() != 1 || from.precision() != to.precision()) {
            return Optional.empty();
        }
        String latest = String.valueOf(to.latest());
        String between = word(from.end());
        return (TO.contains(between) && !isMoved(from.first()))
                        || (between.equals(AND) && (isBetween(from.first()) || isNext(from, to)))
                ? started(from, latest).map(earliest -> whole(from.first(), to.end(), earliest, latest, to.precision()))
                : Optional.empty();
    }

    private boolean isBetween(int first) {
        return first > 0 && word(first - 1).equals("between");
    }

    private boolean isMoved(int first) {
        int verb = first - 1;
        while (verb >= 0 && !tokens.get(verb).isVerb()) {
            verb--;
        }
        String lemma = verb < 0 ? "" : tokens.get(verb).lemma();
        return MOVING.contains(lemma)
                || tokens.subList(verb + 1, first).stream()
                        .anyMatch(particle -> MOVING_WITH.contains(lemma + " " + particle.text()));
    }

    /** "Monday and Tuesday" are one span, "Monday and Friday" are two days. */
    private static boolean isNext(TimeExpression from, TimeExpression to) {
        String last = String.valueOf(from.latest());
        String next = switch (last.length()) {
            case 4 -> Year.parse(last).plusYears(1).toString();
            case 7 -> YearMonth.parse(last).plusMonths(1).toString();
            case 10 -> LocalDate.parse(last).plusDays(1).toString();
            default -> "";
        };
        return next.equals(to.earliest());
    }

    /** When a range begins that ends then: "between November and January" told in February began last year. */
    private static Optional<String> started(TimeExpression from, String latest) {
        String earliest = String.valueOf(from.earliest());
        Optional<String> started = earliest.compareTo(latest) <= 0
                ? Optional.of(earliest)
                : cycle(from).map(by -> earlier(earliest, by));
        return started.filter(begin -> begin.compareTo(latest) < 0);
    }

    /** After how long a time of that name comes again. */
    private static Optional<Period> cycle(TimeExpression time) {
        String words = time.text();
        if (words.matches(".*\\d{4}.*")) {
            return Optional.empty();
        }
        if (NewsTime.namesWeekday(words)) {
            return Optional.of(Period.ofWeeks(1));
        }
        if (NewsTime.namesMonth(words)) {
            return Optional.of(Period.ofYears(1));
        }
        return time.precision().compareTo(Precision.DAY) < 0 ? Optional.of(Period.ofDays(1)) : Optional.empty();
    }

    /** The same month, day or hour so much earlier. */
    private static String earlier(String time, Period by) {
        String day = (time + "-01").substring(0, "0000-00-00".length());
        String clock = time.substring(Math.min(time.length(), day.length()));
        return (LocalDate.parse(day).minus(by) + clock).substring(0, time.length());
    }

    /** "19 to 21 June", of which SUTime sees the end alone. */
    private Optional<TimeExpression> sinceDay(TimeExpression end) {
        int number = end.first() - 2;
        boolean fits = number >= 0
                && end.precision() == Precision.DAY
                && end.latest() != null
                && end.text().matches("\\d.*")
                && (TO.contains(word(number + 1)) || (word(number + 1).equals(AND) && isBetween(number)));
        return fits && word(number).matches("[1-9]|[12]\\d|3[01]")
                ? sameMonth(String.valueOf(end.latest()), word(number))
                        .filter(day -> day.compareTo(String.valueOf(end.latest())) < 0)
                        .map(day -> whole(number, end.end(), day, String.valueOf(end.latest()), Precision.DAY))
                : Optional.empty();
    }

    /** "May 3-5", "1992-95", of which SUTime sees the beginning alone; "on June 5 to 12 villages" is no range. */
    private Optional<TimeExpression> untilNumber(TimeExpression begin) {
        int number = begin.end() + 1;
        if (number >= tokens.size() || begin.earliest() == null || !TO.contains(word(begin.end()))) {
            return Optional.empty();
        }
        String earliest = String.valueOf(begin.earliest());
        String last = word(number);
        boolean dashed = DASHES.contains(word(begin.end()));
        Optional<String> latest = Optional.empty();
        if (dashed
                && begin.precision() == Precision.DAY
                && begin.text().matches(".*\\D[1-9]\\d?")
                && last.matches("[1-9]\\d?")) {
            latest = sameMonth(earliest, last);
        } else if (earliest.length() == 4
                && last.matches(dashed ? "\\d{2}|\\d{4}" : "\\d{4}")
                && (dashed || !isCount(number))) {
            latest = Optional.of(earliest.substring(0, 4 - last.length()) + last);
        }
        return latest.filter(end -> end.compareTo(earliest) > 0 && end.compareTo(LAST_YEAR) < 0)
                .map(end -> whole(begin.first(), number + 1, earliest, end, begin.precision()));
    }

    /** "To 3500 in 2023", "to 2000 people". */
    private boolean isCount(int number) {
        return number + 1 < tokens.size()
                && (tokens.get(number + 1).isNoun() || word(number + 1).matches("%|in|on"));
    }

    private static Optional<String> sameMonth(String day, String number) {
        LocalDate told = LocalDate.parse(day.substring(0, "0000-00-00".length()));
        int wanted = Integer.parseInt(number);
        return wanted <= told.lengthOfMonth()
                ? Optional.of(told.withDayOfMonth(wanted).toString())
                : Optional.empty();
    }

    private String word(int token) {
        return tokens.get(token).text().toLowerCase(Locale.ROOT);
    }

    private TimeExpression whole(int first, int end, String earliest, String latest, Precision precision) {
        Span span = new Span(
                tokens.get(first).span().begin(), tokens.get(end - 1).span().end());
        return new TimeExpression(
                first, end, span, span.of(text), earliest + "/" + latest, earliest, latest, precision);
    }
}
