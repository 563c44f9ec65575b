package org.casus.annotation;

import java.time.LocalDate;
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
    private static final Set<String> TO = Set.of("to", "until", "till", "through", "-", "–", "—");
    private static final String AND = "and";

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
        boolean told = from.earliest() != null && to.latest() != null;
        if (!told || to.first() - from.end() != 1 || from.precision() != to.precision()) {
            return Optional.empty();
        }
        String between = word(from.end());
        return TO.contains(between) || between.equals(AND)
                ? started(from, to.latest())
                        .map(earliest -> whole(from.first(), to.end(), earliest, to.latest(), to.precision()))
                : Optional.empty();
    }

    /** When a range begins that ends then: "between November and January" told in February began last year. */
    private static Optional<String> started(TimeExpression from, String latest) {
        String earliest = String.valueOf(from.earliest());
        if (earliest.compareTo(latest) > 0
                && earliest.length() > 4
                && !from.text().matches(".*\\d{4}.*")) {
            LocalDate day = LocalDate.parse(earliest.length() == 7 ? earliest + "-01" : earliest);
            boolean weekday = NewsTime.weekday(from.text()).isPresent();
            earliest =
                    (weekday ? day.minusWeeks(1) : day.minusYears(1)).toString().substring(0, earliest.length());
        }
        return Optional.of(earliest).filter(begin -> begin.compareTo(latest) < 0);
    }

    /** "19 to 21 June", of which SUTime sees the end alone. */
    private Optional<TimeExpression> sinceDay(TimeExpression end) {
        int number = end.first() - 2;
        boolean fits = number >= 0
                && end.precision() == Precision.DAY
                && end.latest() != null
                && end.text().matches("\\d.*")
                && (TO.contains(word(number + 1)) || (word(number + 1).equals(AND) && number > 0));
        return fits && word(number).matches("[1-9]|[12]\\d|3[01]")
                ? sameMonth(String.valueOf(end.latest()), word(number))
                        .filter(day -> day.compareTo(String.valueOf(end.latest())) < 0)
                        .map(day -> whole(number, end.end(), day, String.valueOf(end.latest()), Precision.DAY))
                : Optional.empty();
    }

    /** "May 3-5", "1992-95", of which SUTime sees the beginning alone. */
    private Optional<TimeExpression> untilNumber(TimeExpression begin) {
        int number = begin.end() + 1;
        if (number >= tokens.size() || begin.earliest() == null || !TO.contains(word(begin.end()))) {
            return Optional.empty();
        }
        String earliest = String.valueOf(begin.earliest());
        String last = word(number);
        Optional<String> latest = Optional.empty();
        if (begin.precision() == Precision.DAY && begin.text().matches(".*\\D[1-9]\\d?") && last.matches("[1-9]\\d?")) {
            latest = sameMonth(earliest, last);
        } else if (earliest.length() == 4 && last.matches("\\d{2}|\\d{4}")) {
            latest = Optional.of(earliest.substring(0, 4 - last.length()) + last);
        }
        return latest.filter(end -> end.compareTo(earliest) > 0)
                .map(end -> whole(begin.first(), number + 1, earliest, end, begin.precision()));
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
