package org.casus.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.casus.article.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncoderTest {
    private static final String TEXT = "Peru sued Chile over the islands.";

    @SuppressWarnings("NullAway.Init")
    private Encoder encoder;

    @BeforeAll
    void load() {
        encoder = new Encoder();
    }

    @AfterAll
    void close() {
        encoder.close();

        assertThatThrownBy(() -> encoder.encode(passage(TEXT, "sued"))).isInstanceOf(IllegalStateException.class);
    }

    private static Passage passage(String text, String focus) {
        int begin = text.indexOf(focus);
        return new Passage(text, new Span(begin, begin + focus.length()));
    }

    private static double dot(float[] a, float[] b, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void givesTheSameVectorForTheSamePassage() {
        float[] between = encoder.encode(passage("It rained in Oslo.", "rained"));

        assertThat(encoder.encode(passage(TEXT, "sued")))
                .isEqualTo(encoder.encode(passage(TEXT, "sued")))
                .isNotEqualTo(between);
    }

    @Test
    void givesTwoHalvesOfLengthOne() {
        float[] vector = encoder.encode(passage(TEXT, "sued"));

        assertThat(vector).hasSize(Encoder.WIDTH);
        assertThat(dot(vector, vector, 0, Encoder.WIDTH / 2)).isCloseTo(1, within(1e-5));
        assertThat(dot(vector, vector, Encoder.WIDTH / 2, Encoder.WIDTH)).isCloseTo(1, within(1e-5));
    }

    @Test
    void changesTheSecondHalfWithTheFocus() {
        float[] sued = encoder.encode(passage(TEXT, "sued"));
        float[] islands = encoder.encode(passage(TEXT, "islands"));
        int half = Encoder.WIDTH / 2;

        assertThat(dot(sued, islands, 0, half)).isCloseTo(1, within(1e-5));
        assertThat(dot(sued, islands, half, Encoder.WIDTH)).isLessThan(0.999);
    }

    @Test
    void findsTheFocusBehindCharactersOutsideTheBasicPlane() {
        float[] plain = encoder.encode(passage("x x x Peru sued Chile", "sued"));
        float[] faces = encoder.encode(passage("😀 😀 😀 Peru sued Chile", "sued"));
        float[] chile = encoder.encode(passage("😀 😀 😀 Peru sued Chile", "Chile"));
        int half = Encoder.WIDTH / 2;

        assertThat(dot(faces, plain, half, Encoder.WIDTH)).isGreaterThan(dot(chile, plain, half, Encoder.WIDTH));
    }

    @Test
    void putsLikeNearToLike() {
        float[] bombed = encoder.encode(passage("Rebels bombed the barracks.", "bombed"));
        float[] shelled = encoder.encode(passage("Insurgents shelled the army camp.", "shelled"));
        float[] baked = encoder.encode(passage("Grandmother baked an apple cake.", "baked"));

        assertThat(dot(bombed, shelled, 0, Encoder.WIDTH)).isGreaterThan(dot(bombed, baked, 0, Encoder.WIDTH));
    }

    @Test
    void doesNotStallOnALongText() {
        String text = "troops attacked the rebels ".repeat(2500) + "again";
        long start = System.nanoTime();

        float[] vector = encoder.encode(passage(text, "again"));

        assertThat(vector).doesNotContain(Float.NaN);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"战争爆发了", "انفجرت سيارة", "🚀🚀", "\u0000\u0001", "\u200b", "�"})
    void givesNumbersForAnyText(String text) {
        float[] vector = encoder.encode(new Passage(text, new Span(0, text.length())));

        assertThat(vector).hasSize(Encoder.WIDTH).doesNotContain(Float.NaN);
    }

    @Test
    void aPassageNeedsAFocusWithinIt() {
        assertThatThrownBy(() -> new Passage("Peru", new Span(1, 1))).hasMessageContaining("of a text of 4");
        assertThatThrownBy(() -> new Passage("Peru", new Span(1, 5))).hasMessageContaining("of a text of 4");
    }
}
