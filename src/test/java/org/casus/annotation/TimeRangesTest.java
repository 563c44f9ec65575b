package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangesTest {
    @ParameterizedTest
    @CsvSource({
        "between May and July,                2023-05,    2023-07,    2023-05,    2023-07",
        "between November and January,        2024-11,    2024-01,    2023-11,    2024-01",
        "from Friday to Tuesday,              2024-02-09, 2024-02-06, 2024-02-02, 2024-02-06",
        "in 2019 and 2020,                    2019,       2020,       2019,       2020",
        "on Monday and Tuesday,               2024-02-05, 2024-02-06, 2024-02-05, 2024-02-06",
        "between 22:00 and 02:00,             2024-05-03T22:00, 2024-05-03T02:00, 2024-05-02T22:00, 2024-05-03T02:00",
    })
    void joinsBothEnds(String words, String first, String second, String earliest, String latest) {
        List<TimeExpression> joined = ranges(words).join(List.of(time(words, 1, 1, first), time(words, 3, 1, second)));

        assertThat(joined).singleElement().satisfies(range -> {
            assertThat(range.earliest()).isEqualTo(earliest);
            assertThat(range.latest()).isEqualTo(latest);
            assertThat(range.text()).isEqualTo(words.substring(words.indexOf(' ') + 1));
        });
    }

    @Test
    void countsTheFirstHourFromTheDayOfTheLast() {
        String words = "between 22:00 and 02:00 on Friday";

        assertThat(ranges(words)
                        .join(List.of(time(words, 1, 1, "2024-05-07T22:00"), time(words, 3, 3, "2024-05-03T02:00"))))
                .singleElement()
                .satisfies(range -> {
                    assertThat(range.earliest()).isEqualTo("2024-05-02T22:00");
                    assertThat(range.latest()).isEqualTo("2024-05-03T02:00");
                });
    }

    @Test
    void findsTheDayBeforeADate() {
        String words = "from 19 to 21 June";

        assertThat(ranges(words).join(List.of(time(words, 3, 2, "2023-06-21"))))
                .singleElement()
                .satisfies(range -> {
                    assertThat(range.text()).isEqualTo("19 to 21 June");
                    assertThat(range.earliest()).isEqualTo("2023-06-19");
                    assertThat(range.latest()).isEqualTo("2023-06-21");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "the 1992 - 95 war, 1, 1, 1992, 1995",
        "from May 3 - 5, 1, 2, 2023-05-03, 2023-05-05",
        "from 2014 to 2020, 1, 1, 2014, 2020"
    })
    void findsTheNumberBehindATime(String words, int first, int size, String earliest, String latest) {
        assertThat(ranges(words).join(List.of(time(words, first, size, earliest))))
                .singleElement()
                .satisfies(range -> {
                    assertThat(range.earliest()).isEqualTo(earliest);
                    assertThat(range.latest()).isEqualTo(latest);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "on Friday before Monday,            1, 2024-02-09, 2024-02-05",
        "on Monday and Friday,               1, 2024-02-05, 2024-02-09",
        "in March and June,                  1, 2023-03,    2023-06",
        "invaded in 2014 and 2022,           2, 2014,       2022",
        "they/PRP moved/move/VBD the vote from May to July, 5, 2024-05, 2024-07",
        "they/PRP put/put/VBD it off from Monday to Friday, 5, 2024-02-05, 2024-02-09",
        "between winter and summer,          1, 2023-12,    2023-08",
    })
    void leavesTimesApartThatAreNoRange(String words, int first, String from, String to) {
        List<TimeExpression> times = List.of(time(words, first, 1, from), time(words, first + 2, 1, to));

        assertThat(ranges(words).join(times)).isEqualTo(times);
    }

    @Test
    void beginsARangeOfDaysAWeekEarlierAtMost() {
        String words = "between Thursday night and Friday morning";
        List<TimeExpression> times = List.of(time(words, 1, 2, "2024-02-08"), time(words, 4, 2, "2024-02-02"));

        assertThat(ranges(words).join(times))
                .extracting(TimeExpression::earliest)
                .containsExactly("2024-02-01");
    }

    @ParameterizedTest
    @CsvSource({
        "rose from 80 in 2014 to 95 in 2020,    4, 1, 2014",
        "from 1200 in 2014 to 3500 in 2023,     3, 1, 2014",
        "from 1200 in 2014 to 3500,             3, 1, 2014",
        "sent in 2014 to 2020 villages,         2, 1, 2014",
        "Aid went on June 5 to 12 villages,     3, 2, 2023-06-05",
    })
    void takesNoOtherNumberForTheEndOfARange(String words, int first, int size, String time) {
        List<TimeExpression> times = List.of(time(words, first, size, time));

        assertThat(ranges(words).join(times)).isEqualTo(times);
    }

    private static TimeRanges ranges(String words) {
        List<Token> tokens = tokens(words);
        return new TimeRanges(TaggedWords.text(tokens), tokens);
    }

    private static List<Token> tokens(String words) {
        return TaggedWords.of(
                words.replaceAll("(?<!\\S)(\\d+)(?!\\S)", "$1/CD").replaceAll("(?<!\\S)([^\\s/]+)(?!\\S)", "$1/NN"));
    }

    private static TimeExpression time(String words, int first, int size, String day) {
        List<Token> tokens = tokens(words);
        Span span = new Span(
                tokens.get(first).span().begin(),
                tokens.get(first + size - 1).span().end());
        Precision precision = List.of(Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.DAY, Precision.HOUR)
                .get((day.length() - 4) / 3);
        return new TimeExpression(
                first, first + size, span, span.of(TaggedWords.text(tokens)), day, day, day, precision);
    }
}
