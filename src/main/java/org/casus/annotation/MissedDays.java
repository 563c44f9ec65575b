package org.casus.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Mends what SUTime makes of a day and its hours: it finds nothing in "the early hours of Wednesday", and takes "dawn
 * on Thursday" for two days.
 */
final class MissedDays {
    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Set<String> HOURS =
            Set.of("dawn", "daybreak", "sunrise", "noon", "midday", "sunset", "dusk", "nightfall", "midnight");

    private MissedDays() {}

    /**
     * The expressions among some tokens of a sentence, in order.
     *
     * @param found by SUTime
     */
    static List<TimeExpression> mend(List<TimeExpression> found, List<Token> tokens, int from, int end, NewsTime news) {
        List<TimeExpression> mended = new ArrayList<>();
        for (int i = from; i < end; i++) {
            int token = i;
            Optional<TimeExpression> over = found.stream()
                    .filter(time -> time.first() <= token && token < time.end())
                    .findFirst();
            if (over.isPresent()) {
                over.filter(time -> time.first() == token && !isHourOfDay(time, tokens))
                        .ifPresent(mended::add);
            } else if (isWeekday(tokens.get(i))) {
                mended.add(weekday(tokens, i, news));
            }
        }
        return mended;
    }

    private static boolean isWeekday(Token token) {
        return token.isProper() && WEEKDAYS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private static TimeExpression weekday(List<Token> tokens, int i, NewsTime news) {
        Token token = tokens.get(i);
        TimeBounds day = news.resolve(token.text(), "", Tense.at(tokens, i));
        return new TimeExpression(
                i,
                i + 1,
                token.span(),
                token.text(),
                String.valueOf(day.earliest()),
                day.earliest(),
                day.latest(),
                day.precision());
    }

    /** "Dawn" of "at dawn on Thursday", which is no time of the day of publication. */
    private static boolean isHourOfDay(TimeExpression time, List<Token> tokens) {
        int day = time.end() + 1;
        return HOURS.contains(time.text().toLowerCase(Locale.ROOT))
                && day < tokens.size()
                && tokens.get(time.end()).text().matches("on|of")
                && isWeekday(tokens.get(day));
    }
}
