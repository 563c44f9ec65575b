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
    @CsvSource({"the 1992 - 95 war, 1, 1, 1992, 1995", "from May 3 - 5, 1, 2, 2023-05-03, 2023-05-05"})
    void findsTheNumberBehindATime(String words, int first, int size, String earliest, String latest) {
        assertThat(ranges(words).join(List.of(time(words, first, size, earliest))))
                .singleElement()
                .satisfies(range -> {
                    assertThat(range.earliest()).isEqualTo(earliest);
                    assertThat(range.latest()).isEqualTo(latest);
                });
    }

    @Test
    void leavesTimesApartThatAreNoRange() {
        String words = "on Friday before Monday";
        List<TimeExpression> times = List.of(time(words, 1, 1, "2024-02-09"), time(words, 3, 1, "2024-02-05"));

        assertThat(ranges(words).join(times)).isEqualTo(times);
    }

    private static TimeRanges ranges(String words) {
        return new TimeRanges(words, tokens(words));
    }

    private static List<Token> tokens(String words) {
        return TaggedWords.of(words.replaceAll("(\\S+)", "$1/NN"));
    }

    private static TimeExpression time(String words, int first, int size, String day) {
        List<Token> tokens = tokens(words);
        Span span = new Span(
                tokens.get(first).span().begin(),
                tokens.get(first + size - 1).span().end());
        Precision precision =
                List.of(Precision.YEAR, Precision.MONTH, Precision.DAY).get((day.length() - 4) / 3);
        return new TimeExpression(first, first + size, span, span.of(words), day, day, day, precision);
    }
}
