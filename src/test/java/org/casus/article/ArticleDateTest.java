package org.casus.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-09-22|2023-09-22",
                " 2023-09-22 |2023-09-22",
                "2023/9/22|2023-09-22",
                "22.09.2023|2023-09-22",
                "2.9.2023 10:15|2023-09-02",
                "20230922|2023-09-22",
                "2023-09-22T10:15:30Z|2023-09-22T10:15:30Z",
                "2023-09-22T10:15Z|2023-09-22T10:15:00Z",
                "2023-09-22T10:15:30.123Z|2023-09-22T10:15:30.123Z",
                "2023-09-22T10:15:30.123456789Z|2023-09-22T10:15:30.123456789Z",
                "2023-09-22T10:15:30+04:00|2023-09-22T10:15:30+04:00",
                "2023-09-22T10:15:30+0400|2023-09-22T10:15:30+04:00",
                "2023-09-22 10:15:30 +0400|2023-09-22T10:15:30+04:00",
                "2023-09-22 10:15:30 UTC|2023-09-22T10:15:30Z",
                "2023-09-22T10:15:30+02:00[Europe/Paris]|2023-09-22T10:15:30+02:00",
                "2023-09-22T10:15:30|2023-09-22",
                "2023-09-22 10:15|2023-09-22",
                "Fri, 22 Sep 2023 10:15:30 GMT|2023-09-22T10:15:30Z",
                "Fri, 22 Sep 2023 10:15:30 +0400|2023-09-22T10:15:30+04:00",
                "Fri, 2 Jun 2023 10:15:30 GMT|2023-06-02T10:15:30Z",
                "22 September 2023|2023-09-22",
                "September 22, 2023|2023-09-22",
                "Sept. 22, 2023|2023-09-22",
                "Sep 22, 2023|2023-09-22",
                "22 Sep 2023|2023-09-22",
                "Friday, 22 September 2023|2023-09-22",
                "Friday, September 22nd, 2023|2023-09-22",
                "september 1 2023|2023-09-01",
                "May 9, 2023|2023-05-09"
            })
    void knowsTheFormsOfADate(String given, String iso) {
        assertThat(ArticleDate.iso(given)).contains(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2023",
                "2023-09",
                "31 February 2023",
                "2023-02-30",
                "09/10/2023",
                "13.13.2023",
                "1695340800",
                "2023-09-22T25:00:00Z",
                "Mon, 22 Sep 2023 10:15:30 GMT"
            })
    void makesNoDateOfAnythingElse(String given) {
        assertThat(ArticleDate.iso(given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".1", ".12", ".123", ".1234", ".12345", ".123450", ".1234567", ".12345678", ".123456789", ""})
    void readsWhatItWrites(String fraction) {
        String instant =
                ArticleDate.iso("2024-03-05T10:00:07" + fraction + "+04:00").orElseThrow();

        assertThat(ArticleDate.iso(instant)).contains(instant);
    }
}
