package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstPluralTest {
    @ParameterizedTest
    @CsvSource({
        "Missiles/NNPS hit/VBD ports/NNS, NNS",
        "Strikes/VBZ on/IN Homs/NNP, NNS",
        "Kurds/NNPS fled/VBD Homs/NNP, NNPS",
        "Rockets/NNPS Limited/NNP grew/VBD, NNPS"
    })
    void onlyACommonPluralThatBeginsASentenceIsNoName(String words, String tag) {
        List<CoreLabel> labels =
                Stream.of(words.split(" ")).map(FirstPluralTest::label).toList();

        FirstPlural.mend(labels);

        assertThat(labels.get(0).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"“/`` Rebels/NNPS won/VBD, 1, NNS", "The/DT Missiles/NNPS won/VBD, 1, NNPS"})
    void quotesMayStandBeforeIt(String words, int at, String tag) {
        List<CoreLabel> labels =
                Stream.of(words.split(" ")).map(FirstPluralTest::label).toList();

        FirstPlural.mend(labels);

        assertThat(labels.get(at).tag()).isEqualTo(tag);
    }

    private static CoreLabel label(String word) {
        int slash = word.indexOf('/');
        CoreLabel label = new CoreLabel();
        label.setWord(word.substring(0, slash));
        label.setTag(word.substring(slash + 1));
        return label;
    }
}
