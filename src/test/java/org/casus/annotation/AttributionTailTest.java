package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTailTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Troops/NNS left/VBD ,/, the/DT ministry/NN said/say/VBD ./. | 2",
                "Troops/NNS left/VBD ,/, Ann/NNP Lee/NNP ,/, an/DT aide/NN ,/, told/tell/VBD Reuters/NNP ./. | 2",
                "Troops/NNS left/VBD ,/, said/say/VBD Ann/NNP Lee/NNP ./. | 2",
                "Troops/NNS left/VBD ,/, he/PRP said/say/VBD on/IN Friday/NNP ./. | 2",
                "Troops/NNS left/VBD town/NN ./. | -1",
                "When/WRB he/PRP came/VBD ,/, the/DT aide/NN said/say/VBD on/IN Friday/NNP no/NN ./. | -1",
                "In/IN Paris/NNP ,/, the/DT aide/NN said/say/VBD on/IN Friday/NNP ./. | -1",
                "Ann/NNP ,/, who/WP left/VBD ,/, said/say/VBD that/IN ./. | -1",
            })
    void findsTheCommaBeforeTheSpeaker(String words, int comma) {
        assertThat(AttributionTail.of(TaggedWords.of(words))
                        .map(AttributionTail::comma)
                        .orElse(-1))
                .isEqualTo(comma);
    }

    @Test
    void findsTheEndOfADateline() {
        assertThat(Dateline.end(TaggedWords.of("PARIS/NNP (/-LRB- Reuters/NNP )/-RRB- -/: Troops/NNS left/VBD")))
                .isEqualTo(5);
        assertThat(Dateline.end(TaggedWords.of("LONDON/NNP —/: Troops/NNS left/VBD")))
                .isEqualTo(2);
        assertThat(Dateline.end(TaggedWords.of("Troops/NNS left/VBD"))).isZero();
        assertThat(Dateline.end(TaggedWords.of("Ann/NNP -/: Troops/NNS left/VBD")))
                .isZero();
    }
}
