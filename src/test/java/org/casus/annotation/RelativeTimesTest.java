package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTimesTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 2, 10);
    private static final String AS_SUTIME_SAYS = "2024-02-11";

    @ParameterizedTest
    @CsvSource({
        "2008,       six years later,             2014,       2014",
        "1974,       about ten years later,       1984,       1984",
        "2008,       a day later,                 2008,       2008",
        "2023-01-30, a year later,                2024,       2024",
        "2023-01-30, two days earlier,            2023-01-28, 2023-01-28",
        "2023-01-30, two weeks later,             2023-02-13, 2023-02-19",
        "2023-11,    three months later,          2024-02,    2024-02",
        "2022,       three months later,          2022-04,    2023-03",
        "2023-01-30, the next day,                2023-01-31, 2023-01-31",
        "2023-01-30, the following morning,       2023-01-31, 2023-01-31",
        "2023-01-30, the same day,                2023-01-30, 2023-01-30",
        "2023-01-30, that month,                  2023-01,    2023-01",
        "2023-01-30, the previous Friday,         2023-01-27, 2023-01-27",
        "2022-11,    the following January,       2023-01,    2023-01",
        "2022-11,    the previous December,       2021-12,    2021-12",
        "2022-11,    March the following year,    2023-03,    2023-03",
        "2021,       the following summer,        2022-06,    2022-08",
        "2021-03,    the following summer,        2021-06,    2021-08",
        "2021-03,    the previous winter,         2020-12,    2021-02",
        "2021-03,    the previous autumn,         2020-09,    2020-11",
        "2023-01-30, the day before,              2023-01-29, 2023-01-29",
        "2023-01-30, the night after,             2023-01-31, 2023-01-31",
        "2023-01-30, two days before,             2023-01-28, 2023-01-28",
        "2022,       the day before,              2022,       2022",
        "2023-01-30, eight hours later,           2023-01-30, 2023-01-31",
        "2023-01-30, an hour earlier,             2023-01-30, 2023-01-30",
    })
    void countsFromTheTimeToldBefore(String told, String words, String earliest, String latest) {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at(told, told)), past(told));

        TimeExpression resolved = relative.resolve(1, List.of(at(words, AS_SUTIME_SAYS)), past(words))
                .get(0);

        assertThat(resolved.earliest()).isEqualTo(earliest);
        assertThat(resolved.latest()).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource({
        "1992,    September of that year,    2023-09,    1992-09",
        "1992,    12 September that year,    2023-09-12, 1992-09-12",
        "1992-05, September of the same year, 2023-09,   1992-09",
    })
    void takesTheYearToldBeforeForThatYear(String told, String words, String said, String resolved) {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at(told, told)), past(told));
        String expression = words.substring(0, words.indexOf("September") + "September".length());

        assertThat(relative.resolve(1, List.of(at(expression, said)), past(words)))
                .extracting(TimeExpression::earliest)
                .containsExactly(resolved);
    }

    @Test
    void takesTheYearOfTheEntryBefore() {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at("4 May 2019", "2019-05-04")), past("4 May 2019 :"));

        assertThat(relative.resolve(1, List.of(at("29 May", "2023-05-29")), past("29 May : they left")))
                .extracting(TimeExpression::earliest)
                .containsExactly("2019-05-29");
        assertThat(relative.resolve(2, List.of(at("29 May", "2023-05-29")), past("29 May they left")))
                .extracting(TimeExpression::earliest)
                .containsExactly("2023-05-29");
    }

    @ParameterizedTest
    @CsvSource({"six years later", "the next day", "the following January", "days later"})
    void datesNothingFromATimeThatNobodyTold(String words) {
        List<TimeExpression> resolved =
                new RelativeTimes(PUBLISHED).resolve(0, List.of(at(words, AS_SUTIME_SAYS)), past(words));

        assertThat(resolved).extracting(TimeExpression::earliest).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({
        "next Friday",
        "last year",
        "two days ago",
        "next month",
        "Friday",
        "the previous quarter",
        "this summer"
    })
    void leavesWhatIsCountedFromToday(String words) {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at("2008", "2008")), past("2008"));

        assertThat(relative.resolve(1, List.of(at(words, AS_SUTIME_SAYS)), past(words)))
                .extracting(TimeExpression::earliest)
                .containsExactly(AS_SUTIME_SAYS);
    }

    @ParameterizedTest
    @CsvSource({"the day before the vote", "two days after they left"})
    void datesNothingFromAnEventThatNobodyDates(String words) {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at("2023", "2023")), past("2023"));
        String expression = words.substring(0, words.indexOf(words.contains("after") ? " after" : " before"));

        assertThat(relative.resolve(
                        1,
                        List.of(at(expression, AS_SUTIME_SAYS)),
                        TaggedWords.of(words.replaceAll("(\\S+)", "$1/NN"))))
                .extracting(TimeExpression::earliest)
                .containsOnlyNulls();
    }

    @Test
    void doesNotCountPastTheDayOfPublicationWhatHasHappened() {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at("2023", "2023")), past("2023"));

        assertThat(relative.resolve(1, List.of(at("five years later", AS_SUTIME_SAYS)), past("five years later")))
                .extracting(TimeExpression::earliest)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-30T22:00, the next day,       DAY",
        "2022,             three months later, YEAR",
        "2023-01-30,       three months later, MONTH",
        "2023-01-30,       a week later,       WEEK",
    })
    void isNoMoreExactThanTheTimeOrTheUnit(String told, String words, Precision precision) {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at(told, told)), past(told));

        assertThat(relative.resolve(1, List.of(at(words, AS_SUTIME_SAYS)), past(words)))
                .extracting(TimeExpression::precision)
                .containsExactly(precision);
    }

    @ParameterizedTest
    @CsvSource({"the next year", "the next month"})
    void countsFromTodayWhatIsToCome(String words) {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at("2022", "2022")), past("2022"));
        List<Token> toCome = TaggedWords.of(words.replaceAll("(\\S+)", "$1/NN") + " they/PRP will/MD leave/VB");

        assertThat(relative.resolve(1, List.of(at(words, AS_SUTIME_SAYS)), toCome))
                .extracting(TimeExpression::earliest)
                .containsExactly(AS_SUTIME_SAYS);
    }

    @Test
    void countsToNoYearOfFiveFigures() {
        RelativeTimes relative = new RelativeTimes(null);
        relative.resolve(0, List.of(at("2022", "2022")), past("2022"));

        assertThat(relative.resolve(1, List.of(at("999 decades later", AS_SUTIME_SAYS)), past("999 decades later")))
                .extracting(TimeExpression::earliest)
                .containsOnlyNulls();
    }

    @Test
    void forgetsATimeToldLongBefore() {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at("2008", "2008")), past("2008"));

        assertThat(relative.resolve(9, List.of(at("a year later", AS_SUTIME_SAYS)), past("a year later")))
                .extracting(TimeExpression::earliest)
                .containsOnlyNulls();
    }

    @Test
    void countsDaysFromADayThoughItsSentenceEndedWithAYear() {
        RelativeTimes relative = new RelativeTimes(PUBLISHED);
        relative.resolve(0, List.of(at("2013-03-12", "2013-03-12"), at("2012", "2012")), past("2013-03-12"));

        assertThat(relative.resolve(1, List.of(at("a day earlier", AS_SUTIME_SAYS)), past("a day earlier")))
                .extracting(TimeExpression::earliest)
                .containsExactly("2013-03-11");
    }

    /** The words are the first of a sentence about what has happened. */
    private static TimeExpression at(String words, String day) {
        Precision precision = List.of(Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.DAY, Precision.HOUR)
                .get((day.length() - 4) / 3);
        int end = words.split(" ").length;
        return new TimeExpression(0, end, new Span(0, words.length()), words, day, day, day, precision);
    }

    private static List<Token> past(String words) {
        return TaggedWords.of(words.replaceAll("(\\S+)", "$1/NN") + " ,/, they/PRP left/VBD");
    }
}
