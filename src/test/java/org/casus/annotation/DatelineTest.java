package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MARCH/NNP 2022/CD :/: Russia/NNP seizes/VBZ Kherson/NNP              | 0 | false",
                "JAN/NNP 5/CD -/: Rebels/NNS attack/VBP the/DT port/NN                | 0 | false",
                "PARIS/NNP ,/, Jan/NNP 5/CD -/: Rebels/NNS attacked/VBD the/DT port/NN | 2 | true",
                "Jan/NNP 5/CD (/-LRB- Reuters/NNP )/-RRB- -/: Rebels/NNS attacked/VBD | 0 | true",
            })
    void holdsTheDayOfAReportButNotThatOfAChronology(String words, int first, boolean held) {
        TimeExpression day =
                new TimeExpression(first, first + 2, new Span(0, 1), "", "2022", "2022", "2022", Precision.YEAR);

        assertThat(Dateline.holds(day, TaggedWords.of(words))).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KYIV/NNP ,/, March/NNP 14/CD (/-LRB- Reuters/NNP )/-RRB- -/: Police/NNS raided/VBD | 1 | 8",
                "KYIV/NNP ,/, March/NNP 14/CD (/-LRB- Agencies/NNS )/-RRB- -/: Police/NNS raided/VBD | 1 | 8",
                "PEACE/NN TALKS/NNS (/-LRB- a/DT report/NN )/-RRB- -/: Police/NNS raided/VBD a/DT bank/NN | 0 | 0",
                "PORT/NN SUDAN/NNP (/-LRB- AFP/NNP )/-RRB- -/: Police/NNS raided/VBD a/DT bank/NN  | 2 | 6",
                "Oslo/NNP ,/, 4/CD March/NNP (/-LRB- NTB/NNP )/-RRB- :/: Police/NNS raided/VBD     | 1 | 8",
                "UNITED/NNP NATIONS/NNP (/-LRB- AP/NNP )/-RRB- -/: Rebels/NNS raided/VBD a/DT bank/NN | 0 | 6",
                "(/-LRB- Reuters/NNP )/-RRB- -/: Rebels/NNS raided/VBD a/DT bank/NN                | 0 | 4",
                "OSLO/NNP :/: Police/NNS raided/VBD a/DT bank/NN                                    | 0 | 2",
                "OSLO/NNP Police/NNS raided/VBD a/DT bank/NN ./.                                    | 1 | 1",
                "NEW/NNP YORK/NNP U.S./NNP police/NNS raided/VBD a/DT bank/NN ./.                   | 2 | 2",
                "PORT/NN SUDAN/NNP (/-LRB- AFP/NNP )/-RRB- Police/NNS raided/VBD a/DT bank/NN ./.   | 2 | 5",
                "OSLO/NNP police/NNS raided/VBD a/DT bank/NN ./.                                    | 0 | 0",
                "NATO/NNP Secretary/NNP Holm/NNP left/VBD ./.                                       | 0 | 0",
                "OSLO/NNP POLICE/NNP RAID/VBP A/DT BANK/NNP                                         | 0 | 0",
                "Bamako/NNP -/HYPH Mali/NNP expelled/VBD an/DT envoy/NN ./.                        | 1 | 2",
                "Mali/NNP -/HYPH Niger/NNP trade/NN fell/VBD ./.                                    | 0 | 0",
                "Bamako/NNP -/HYPH Mali/NNP expels/VBZ envoy/NN                                     | 0 | 0",
                "A/DT :/: Soldiers/NNS raided/VBD a/DT bank/NN                                      | 0 | 2",
                "Lee/NNP (/-LRB- Labour/NNP )/-RRB- :/: Police/NNS raided/VBD a/DT bank/NN          | 0 | 0",
                "Lee/NNP ,/, 46/CD -/: a/DT banker/NN -/: robbed/VBD a/DT bank/NN                   | 0 | 0",
            })
    void endsBehindItsDashAndItsPlaceBeforeDayAndAgency(String words, int place, int end) {
        assertThat(Dateline.placeEnd(TaggedWords.of(words))).isEqualTo(place);
        assertThat(Dateline.end(TaggedWords.of(words))).isEqualTo(end);
    }
}
