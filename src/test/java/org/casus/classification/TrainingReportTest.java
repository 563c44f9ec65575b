package org.casus.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.casus.classification.TrainingReport.Answer;
import org.casus.classification.TrainingReport.Row;
import org.junit.jupiter.api.Test;

class TrainingReportTest {
    private static final TrainingReport REPORT = new TrainingReport(
            List.of(
                    new Answer("AID", "AID", 0.95),
                    new Answer("AID", "NONE", 0.95),
                    new Answer("NONE", "NONE", 0.55),
                    new Answer("NONE", "PROTEST", 1.0)),
            0.9);

    @Test
    void countsByType() {
        assertThat(REPORT.rows())
                .containsEntry("AID", new Row(2, 1, 1))
                .containsEntry("NONE", new Row(2, 2, 1))
                .containsEntry("PROTEST", new Row(0, 1, 0))
                .hasSize(3);
        assertThat(REPORT.accuracy()).isEqualTo(0.5);
    }

    @Test
    void tellsRecallAndPrecision() {
        Row aid = new Row(2, 1, 1);

        assertThat(aid.recall()).isEqualTo(0.5);
        assertThat(aid.precision()).isEqualTo(1);
        assertThat(new Row(0, 1, 0).recall()).isZero();
        assertThat(new Row(1, 0, 0).precision()).isZero();
    }

    @Test
    void weighsWhatWasSaidAgainstWhatIsRight() {
        // In the topmost bin 2.9 were to be right of three, and one is; in that of one half 0.55 of one, and it is.
        assertThat(REPORT.calibrationError()).isCloseTo((1.9 + 0.45) / 4, within(1e-9));
    }

    @Test
    void findsNoErrorInTrueProbabilities() {
        List<Answer> answers = List.of(new Answer("AID", "AID", 0.5), new Answer("AID", "NONE", 0.5));

        assertThat(new TrainingReport(answers, 1).calibrationError()).isZero();
    }
}
