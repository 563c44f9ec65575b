package org.casus.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final Weights WEIGHTS = new Weights(
            List.of("AID", "ASSAULT", "ASSAULT.drone", "NONE"),
            List.of(new float[] {1, 0, 0.5f}, new float[] {0, 1, 0}, new float[] {0, 2, 0}, new float[] {-1, -1, 0.25f
            }),
            0.8);

    private static byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WEIGHTS.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Weights read(byte[] bytes) throws IOException {
        return Weights.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void comeBackAsTheyWereWritten() throws IOException {
        Weights back = read(written());

        assertThat(back.labels()).isEqualTo(WEIGHTS.labels());
        assertThat(back.temperature()).isEqualTo(WEIGHTS.temperature());
        for (int i = 0; i < back.rows().size(); i++) {
            assertThat(back.rows().get(i)).isEqualTo(WEIGHTS.rows().get(i));
        }
    }

    @Test
    void areNotReadFromAnotherFile() throws IOException {
        byte[] half = Arrays.copyOf(written(), written().length / 2);

        for (byte[] other : List.of("not weights".getBytes(StandardCharsets.UTF_8), new byte[2], new byte[0], half)) {
            assertThatThrownBy(() -> read(other))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("not the weights of a classifier");
        }
    }

    @Test
    void judgeWithProbabilitiesThatSumToOne() {
        Judgement judgement = WEIGHTS.judge(new float[] {0.2f, 0.9f});

        assertThat(judgement.labels().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(judgement.types()).containsOnlyKeys("AID", "ASSAULT", "NONE");
        assertThat(judgement.types().get("ASSAULT"))
                .isEqualTo(
                        judgement.labels().get("ASSAULT") + judgement.labels().get("ASSAULT.drone"));
    }

    @Test
    void judgeTheModeWithinItsType() {
        assertThat(WEIGHTS.judge(new float[] {0, 1}).mode("ASSAULT")).contains("drone");
        assertThat(WEIGHTS.judge(new float[] {0, -1}).mode("ASSAULT")).isEmpty();
        assertThat(WEIGHTS.judge(new float[] {0, 1}).mode("AID")).isEmpty();
        assertThat(WEIGHTS.judge(new float[] {0, 1}).mode("PROTEST")).isEmpty();
    }

    @Test
    void areSurerTheColderTheyAre() {
        float[] vector = {0, 1};
        double warm = WEIGHTS.at(2).judge(vector).types().get("ASSAULT");
        double cold = WEIGHTS.at(0.5).judge(vector).types().get("ASSAULT");

        assertThat(cold).isGreaterThan(warm);
    }
}
