package org.casus.annotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelTextTest {
    private static final int MANY = 100_000;

    @Test
    void readsNumbersAsJavaPrintsThem() throws IOException {
        Random random = new Random(7);
        StringBuilder printed = new StringBuilder("0 -0.0 1 12.5E3 1.0E-40 0.000000000000000000000000000012345 ");
        for (int i = 0; i < MANY; i++) {
            printed.append(Float.intBitsToFloat(random.nextInt() & ~0x4000_0000))
                    .append(' ');
            printed.append(random.nextGaussian()).append('\n');
        }
        ModelText text = text(printed.toString());
        for (String number : printed.toString().split("\\s+", -1)) {
            if (!number.isEmpty()) {
                float expected = Float.parseFloat(number);
                assertThat(text.number()).as(number).isBetween(Math.nextDown(expected), Math.nextUp(expected));
            }
        }
    }

    @Test
    void readsWordsInAnyScript() throws IOException {
        ModelText text = text("dict=2\nԵրևան 1.5\n-NULL- -2");

        assertThat(text.word()).isEqualTo("dict=2");
        assertThat(text.word()).isEqualTo("Երևան");
        assertThat(text.number()).isEqualTo(1.5f);
        assertThat(text.word()).isEqualTo("-NULL-");
        assertThat(text.number()).isEqualTo(-2f);
        assertThatIOException().isThrownBy(text::word);
    }

    @Test
    void takesNothingElseForANumber() {
        for (String other : new String[] {"", "word", "-", "1.2.3", "1E", "1x", ".", "1,5"}) {
            assertThatIOException().as(other).isThrownBy(text(other)::number);
        }
    }

    private static ModelText text(String of) {
        return new ModelText(new ByteArrayInputStream(of.getBytes(UTF_8)));
    }
}
