package org.casus.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("models")
class ClassifierTest {
    private static Judgement judge(String marked) {
        return SharedClassifier.get()
                .judge(TrainingSentence.parse("any/v\tNONE\t-\t" + marked, "test")
                        .clause());
    }

    private static String best(Judgement judgement) {
        return judgement.types().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASSAULT|[Sylvanian jets] *bombed* {a crowded market in Ruritania}, killing at least forty people.",
                "ASSAULT|[Gunmen] *killed* {nine soldiers} at a checkpoint on Tuesday.",
                "CONSULT|[The Danish prime minister] *met* {her Finnish counterpart} in Helsinki.",
                "ACCUSE|[Ecuador] *condemned* {Bolivia} for the attack on its embassy.",
                "PROTEST|[Thousands of students] *marched* through Nairobi against {the government}.",
                "SANCTION|[The United States] *expelled* {two Belarusian diplomats} over spying.",
                "COERCE|[Police] *arrested* {the leader of the opposition} at the airport.",
                "AID|[Japan] *sent* food and tents to {Nepal} after the earthquake.",
                "REQUEST|[The rebels] *demanded* that {the government} release all prisoners.",
                "NONE|[Valencia] *lost* the cup final to {Getafe} on penalties.",
                "NONE|[The actor] *won* an award for his part in the film."
            })
    void judgesAPlainSentenceAsAReaderWould(String type, String sentence) {
        assertThat(best(judge(sentence))).isEqualTo(type);
    }

    @Test
    void judgesTheSameWordsOnce() {
        String words = "[Lisbon] *recalled* its envoy from {Tallinn}.";
        Judgement first = judge(words);

        assertThat(judge(words)).isSameAs(first);
        SharedClassifier.get().forget();
        assertThat(judge(words)).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void givesProbabilitiesThatSumToOne() {
        assertThat(judge("[Oslo] *recalled* its envoy from {Riga}.").types().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void knowsTheTypesOfPloverAndNone() {
        assertThat(judge("It *rained*.").labels().keySet())
                .containsAll(Plover.labels())
                .isSubsetOf(Plover.labelsAndTypes());
    }

    @Test
    void judgesTheSameOnManyThreadsAndCounts() {
        String sentence = "[Oslo] *recalled* its envoy from {Riga}.";
        Judgement expected = judge(sentence);
        long before = SharedClassifier.get().judged();

        assertThat(IntStream.range(0, 40).parallel().mapToObj(i -> judge(sentence)))
                .containsOnly(expected);
        assertThat(SharedClassifier.get().judged() - before).isEqualTo(40);
        assertThat(SharedClassifier.get().nanos()).isPositive();
    }
}
