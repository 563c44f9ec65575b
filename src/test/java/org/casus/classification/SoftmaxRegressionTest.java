package org.casus.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxRegressionTest {
    private static final int LABELS = 3;

    /** Three corners with points about them. */
    private static List<float[]> points(List<Integer> wanted) {
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            int label = i % LABELS;
            float[] point = new float[4];
            point[label] = 1;
            point[3] = i / 240f;
            points.add(point);
            wanted.add(label);
        }
        return points;
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    @Test
    void tellsApartWhatALineCanTellApart() {
        List<Integer> wanted = new ArrayList<>();
        List<float[]> points = points(wanted);

        List<float[]> rows = SoftmaxRegression.train(points, wanted, LABELS);

        assertThat(points.stream().map(point -> best(SoftmaxRegression.scores(rows, point))))
                .containsExactlyElementsOf(wanted);
    }

    @Test
    void givesTheSameWeightsToTheBit() {
        List<Integer> wanted = new ArrayList<>();
        List<float[]> points = points(wanted);

        List<float[]> once = SoftmaxRegression.train(points, wanted, LABELS);
        List<float[]> again = SoftmaxRegression.train(points, wanted, LABELS);

        assertThat(bits(again)).isEqualTo(bits(once));
    }

    private static List<Integer> bits(List<float[]> rows) {
        List<Integer> bits = new ArrayList<>();
        for (float[] row : rows) {
            for (float weight : row) {
                bits.add(Float.floatToRawIntBits(weight));
            }
        }
        return bits;
    }

    @Test
    void learnsNothingButAlsoNoNonsenseFromVectorsThatAreAllTheSame() {
        List<float[]> same = List.of(new float[] {1, 2}, new float[] {1, 2});

        List<float[]> rows = SoftmaxRegression.train(same, List.of(0, 1), 2);

        assertThat(SoftmaxRegression.softmax(SoftmaxRegression.scores(rows, same.get(0)))[0])
                .isCloseTo(0.5, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -3, 800, -800, 1e9})
    void probabilitiesSumToOne(double score) {
        double[] p = SoftmaxRegression.softmax(new double[] {score, 0, 1, -1});

        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(p)).allMatch(one -> one >= 0 && one <= 1);
    }
}
