package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.annotation.ConlluArticles;
import org.junit.jupiter.api.Test;

class TimeReaderTest {
    private static final String WILL_SEND = """
            # newdoc id = will-send
            # date = 2024-05-03T08:00:00Z
            # text = Norway %1$s send aid to Malawi.
            1\tNorway\tNorway\t_\tNNP\t_\t3\tnsubj\t_\tNER=B-LOCATION
            2\t%1$s\t%1$s\t_\tMD\t_\t3\taux\t_\t_
            3\tsend\tsend\t_\tVB\t_\t0\troot\t_\t_
            4\taid\taid\t_\tNN\t_\t3\tobj\t_\t_
            5\tto\tto\t_\tIN\t_\t6\tcase\t_\t_
            6\tMalawi\tMalawi\t_\tNNP\t_\t3\tobl\t_\tNER=B-LOCATION|SpaceAfter=No
            7\t.\t.\t_\t.\t_\t3\tpunct\t_\t_
            """;
    private static final String SAID_IT_WOULD = """
            # newdoc id = said-it-would
            # date = 2024-05-03
            # text = Norway said on Monday that it would send aid to Malawi.
            # time = 4-4 2024-W18-1 2024-04-29 2024-04-29 DAY
            1\tNorway\tNorway\t_\tNNP\t_\t2\tnsubj\t_\tNER=B-LOCATION
            2\tsaid\tsay\t_\tVBD\t_\t0\troot\t_\t_
            3\ton\ton\t_\tIN\t_\t4\tcase\t_\t_
            4\tMonday\tMonday\t_\tNNP\t_\t2\tobl\t_\t_
            5\tthat\tthat\t_\tIN\t_\t8\tmark\t_\t_
            6\tit\tit\t_\tPRP\t_\t8\tnsubj\t_\t_
            7\twould\twould\t_\tMD\t_\t8\taux\t_\t_
            8\tsend\tsend\t_\tVB\t_\t2\tccomp\t_\t_
            9\taid\taid\t_\tNN\t_\t8\tobj\t_\t_
            10\tto\tto\t_\tIN\t_\t11\tcase\t_\t_
            11\tMalawi\tMalawi\t_\tNNP\t_\t8\tobl\t_\tNER=B-LOCATION|SpaceAfter=No
            12\t.\t.\t_\t.\t_\t2\tpunct\t_\t_
            """;
    private static final String MAY_HAVE_SENT = """
            # newdoc id = may-have-sent
            # date = 2024-05-03
            # text = Norway may have sent aid to Malawi.
            1\tNorway\tNorway\t_\tNNP\t_\t4\tnsubj\t_\tNER=B-LOCATION
            2\tmay\tmay\t_\tMD\t_\t4\taux\t_\t_
            3\thave\thave\t_\tVB\t_\t4\taux\t_\t_
            4\tsent\tsend\t_\tVBN\t_\t0\troot\t_\t_
            5\taid\taid\t_\tNN\t_\t4\tobj\t_\t_
            6\tto\tto\t_\tIN\t_\t7\tcase\t_\t_
            7\tMalawi\tMalawi\t_\tNNP\t_\t4\tobl\t_\tNER=B-LOCATION|SpaceAfter=No
            8\t.\t.\t_\t.\t_\t4\tpunct\t_\t_
            """;
    private static final String SENT = """
            # newdoc id = sent
            # date = 2024-05-03
            # text = Norway sent aid to Malawi.
            1\tNorway\tNorway\t_\tNNP\t_\t2\tnsubj\t_\tNER=B-LOCATION
            2\tsent\tsend\t_\tVBD\t_\t0\troot\t_\t_
            3\taid\taid\t_\tNN\t_\t2\tobj\t_\t_
            4\tto\tto\t_\tIN\t_\t5\tcase\t_\t_
            5\tMalawi\tMalawi\t_\tNNP\t_\t2\tobl\t_\tNER=B-LOCATION|SpaceAfter=No
            6\t.\t.\t_\t.\t_\t2\tpunct\t_\t_
            """;

    private static String aid(String conllu) {
        EventTime time = new Extractor()
                .extract(ConlluArticles.only(conllu)).events().stream()
                        .filter(event -> event.type() == EventType.AID)
                        .findFirst()
                        .orElseThrow()
                        .time();
        return time == null ? "none" : time.earliest() + " to " + time.latest() + ", " + time.basis();
    }

    @Test
    void whatHappenedDidSoOnTheDayOfTheArticleOrBefore() {
        assertThat(aid(SENT)).isEqualTo("null to 2024-05-03, PUBLICATION");
    }

    @Test
    void whatIsToComeHasNoLastDayButOneThatTheTextTells() {
        assertThat(aid(WILL_SEND.formatted("will"))).isEqualTo("2024-05-03 to null, PUBLICATION");
        assertThat(aid(WILL_SEND.formatted("may"))).isEqualTo("2024-05-03 to null, PUBLICATION");
        assertThat(aid(MAY_HAVE_SENT)).isEqualTo("null to 2024-05-03, PUBLICATION");
    }

    @Test
    void whatWasSaidToComeIsNotBeforeItWasSaid() {
        assertThat(aid(SAID_IT_WOULD)).isEqualTo("2024-04-29 to null, TEXT");
    }

    @Test
    void anArticleWithoutADayBoundsNothing() {
        assertThat(aid(WILL_SEND.formatted("will").replaceAll("# date.*\\n", "")))
                .isEqualTo("none");
    }
}
