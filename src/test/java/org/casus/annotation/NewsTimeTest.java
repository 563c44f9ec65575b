package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.casus.annotation.TimeExpression.Precision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsTimeTest {
    private final NewsTime friday = new NewsTime(LocalDate.of(2023, 9, 22));

    @ParameterizedTest
    @CsvSource({
        "Friday,           2023-09-22,   PAST,   2023-09-22, 2023-09-22, DAY",
        "Wednesday,        2023-09-27,   PAST,   2023-09-20, 2023-09-20, DAY",
        "Wednesday,        2023-09-20,   FUTURE, 2023-09-27, 2023-09-27, DAY",
        "last Friday,      2023-09-22,   PAST,   2023-09-15, 2023-09-15, DAY",
        "next Friday,      2023-09-22,   FUTURE, 2023-09-29, 2023-09-29, DAY",
        "Sunday morning,   2023-09-24TMO, PAST,  2023-09-17, 2023-09-17, DAY",
        "this week,        2023-W38,     PAST,   2023-09-18, 2023-09-22, WEEK",
        "this week,        2023-W38,     FUTURE, 2023-09-18, 2023-09-24, WEEK",
        "last week,        2023-W37,     PAST,   2023-09-11, 2023-09-17, WEEK",
        "December,         2023-12,      PAST,   2022-12,    2022-12,    MONTH",
        "December,         2023-12,      FUTURE, 2023-12,    2023-12,    MONTH",
        "Jan. 5,           2024-01-05,   PAST,   2023-01-05, 2023-01-05, DAY",
        "March 3,          2023-03-03,   FUTURE, 2024-03-03, 2024-03-03, DAY",
        "'March 3, 2025',  2025-03-03,   PAST,   2025-03-03, 2025-03-03, DAY",
        "last year,        2022,         PAST,   2022,       2022,       YEAR",
        "the past month,   2023-09,      PAST,   2023-08-22, 2023-09-22, MONTH",
        "the last three days, P3D,       PAST,   2023-09-19, 2023-09-22, DAY",
        "the past few days, PXD,         PAST,   ,           ,           UNKNOWN",
        "last month,       2023-08,      PAST,   2023-08,    2023-08,    MONTH",
        "the weekend,      2023-W38-WE,  PAST,   2023-09-16, 2023-09-17, DAY",
        "the weekend,      2023-W38-WE,  FUTURE, 2023-09-23, 2023-09-24, DAY",
        "now,              PRESENT_REF,  PRESENT, 2023-09-22, 2023-09-22, DAY",
    })
    void resolvesAgainstTheDayOfPublication(
            String text, String value, Tense tense, String earliest, String latest, Precision precision) {
        assertThat(friday.resolve(text, value, tense)).isEqualTo(new TimeBounds(earliest, latest, precision));
    }

    @ParameterizedTest
    @CsvSource({
        "199X,             1990,       1999,       DECADE",
        "19XX,             1900,       1999,       CENTURY",
        "2020,             2020,       2020,       YEAR",
        "2023-W38-WE,      2023-09-23, 2023-09-24, DAY",
        "2023-W38-2,       2023-09-19, 2023-09-19, DAY",
        "2023-SP,          2023-03,    2023-05,    MONTH",
        "2023-SU,          2023-06,    2023-08,    MONTH",
        "2023-FA,          2023-09,    2023-11,    MONTH",
        "2023-WI,          2023-12,    2024-02,    MONTH",
        "2023-Q1,          2023-01,    2023-03,    MONTH",
        "2023-Q2,          2023-04,    2023-06,    MONTH",
        "2023-Q3,          2023-07,    2023-09,    MONTH",
        "2023-Q4,          2023-10,    2023-12,    MONTH",
        "2023-H1,          2023-01,    2023-06,    MONTH",
        "2023-H2,          2023-07,    2023-12,    MONTH",
        "2014/2020,        2014,       2020,       YEAR",
        "2023-09-19T14:30, 2023-09-19T14:30, 2023-09-19T14:30, HOUR",
        "2023-09-19TNI,    2023-09-19, 2023-09-19, DAY",
    })
    void readsWhatAValueSaysByItself(String value, String earliest, String latest, Precision precision) {
        assertThat(TimeBounds.of(value)).isEqualTo(new TimeBounds(earliest, latest, precision));
    }

    @ParameterizedTest
    @CsvSource({
        "P24H",
        "PT24H",
        "XXXX-WXX-5",
        "PAST_REF",
        "P1Y/P2Y",
        "2023-W77",
        "THIS P1W",
        "2023-02-29",
        "2023-02-29T10:00",
        "2023-13",
        "XXXX-WXX-WE"
    })
    void leavesOpenWhatHasNoBounds(String value) {
        assertThat(TimeBounds.of(value)).isEqualTo(TimeBounds.UNKNOWN);
    }

    @Test
    void takesNoDayThatIsNotInTheCalendar() {
        assertThat(new NewsTime(LocalDate.of(2024, 1, 15))
                        .resolve("February 29", "2024-02-29", Tense.PAST)
                        .earliest())
                .isEqualTo("2024-02-29");
        assertThat(friday.resolve("weekends", "XXXX-WXX-WE", Tense.PAST)).isEqualTo(TimeBounds.UNKNOWN);
        assertThat(TimeFinder.day("2024-02-30")).isNull();
        assertThat(TimeFinder.day("2024-02-29T10:00:00Z")).isEqualTo("2024-02-29");
    }

    @ParameterizedTest
    @CsvSource({"three, 3", "about 20, 20", "a, 1", "twenty one, ", "one or two, ", "half a, "})
    void countsNoMoreThanOneNumber(String words, @Nullable Integer number) {
        assertThat(NewsTime.number(words).orElse(null)).isEqualTo(number);
    }

    @Test
    void takesADayOfTheWeekBesideASayingForThatOfTheSaying() {
        List<Token> decided = TaggedWords.of(
                "it/it/PRP decided/decide/VBD to/to/TO free/free/VB him/he/PRP on/on/IN Monday/Monday/NNP");
        List<Token> dated = TaggedWords.of(
                "it/it/PRP decided/decide/VBD to/to/TO meet/meet/VB on/on/IN Monday/Monday/NNP ,/,/, March/March/NNP");

        assertThat(Tense.at(decided, 6)).isEqualTo(Tense.PAST);
        assertThat(Tense.at(dated, 5)).isEqualTo(Tense.FUTURE);
    }

    @Test
    void readsTheTenseBesideADay() {
        assertThat(tense("leaders/leader/NNS will/will/MD meet/meet/VB on/on/IN"))
                .isEqualTo(Tense.FUTURE);
        assertThat(tense("he/he/PRP was/be/VBD forced/force/VBN to/to/TO sign/sign/VB on/on/IN"))
                .isEqualTo(Tense.PAST);
        assertThat(tense("they/they/PRP threatened/threaten/VBD to/to/TO strike/strike/VB on/on/IN", "March/March/NNP"))
                .isEqualTo(Tense.FUTURE);
        assertThat(tense("he/he/PRP plans/plan/VBZ to/to/TO go/go/VB on/on/IN")).isEqualTo(Tense.FUTURE);
        assertThat(tense("he/he/PRP is/be/VBZ due/due/JJ to/to/TO go/go/VB on/on/IN"))
                .isEqualTo(Tense.FUTURE);
        assertThat(tense("talks/talk/NNS on/on/IN")).isEqualTo(Tense.PRESENT);
        assertThat(tense("they/they/PRP may/may/MD meet/meet/VB in/in/IN", "June/June/NNP"))
                .isEqualTo(Tense.FUTURE);
        assertThat(tense("they/they/PRP may/may/MD have/have/VB met/meet/VBN in/in/IN", "June/June/NNP"))
                .isNotEqualTo(Tense.FUTURE);
        assertThat(tense(
                        "a/a/DT vote/vote/NN will/will/MD not/not/RB be/be/VB held/hold/VBN in/in/IN", "June/June/NNP"))
                .isEqualTo(Tense.FUTURE);
        assertThat(tense("a/a/DT vote/vote/NN was/be/VBD held/hold/VBN in/in/IN", "June/June/NNP"))
                .isEqualTo(Tense.PAST);
        assertThat(tense("talks/talk/NNS planned/plan/VBN for/for/IN", "June/June/NNP"))
                .isEqualTo(Tense.FUTURE);
        assertThat(tense("talks/talk/NNS planned/plan/VBN on/on/IN")).isEqualTo(Tense.PAST);
        assertThat(Tense.at(TaggedWords.of("Friday/Friday/NNP they/they/PRP left/leave/VBD"), 0))
                .isEqualTo(Tense.PAST);
    }

    private static Tense tense(String before) {
        return tense(before, "Friday/Friday/NNP");
    }

    private static Tense tense(String before, String time) {
        return Tense.at(TaggedWords.of(before + " " + time), before.split(" ").length);
    }
}
