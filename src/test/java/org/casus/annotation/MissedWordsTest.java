package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissedWordsTest {
    @ParameterizedTest
    @CsvSource({
        "Chad/NNP borders/NNS Libya/NNP ./., 1, VBZ",
        "Niger/NNP COMMA Benin/NNP sign/NN accord/NN, 3, VBP",
        "Niger/NNP COMMA Benin/NNP border/NN talks/NNS, 3, NN",
        "Niger/NNP sign/NN language/NN, 1, NN",
        "Niger/NNP COMMA Benin/NNP swap/NN prisoners/NNS, 3, VBP",
        "Niger/NNP COMMA Benin/NNP swap/NN deal/NN, 3, NN",
        "Niger/NNP COMMA Benin/NNP trade/NN war/NN, 3, NN",
        "Niger/NNP COMMA Benin/NNP trade/NN barbs/NNS, 3, VBP",
        "Niger/NNP COMMA Benin/NNP exchange/NN artillery/NN fire/NN, 3, VBP",
        "Niger/NNP COMMA Benin/NNP exchange/NN fire/NN along/IN river/NN, 3, VBP"
    })
    void findsTheVerbBetweenNames(String words, int at, String tag) {
        List<CoreLabel> labels = labels(words);

        MissedVerb.mend(labels);

        assertThat(labels.get(at).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "Chad/NNP 's/POS military/JJ seized/VBD ports/NNS, 2, NN",
        "the/DT executive/JJ refused/VBD it/PRP, 1, NN",
        "the/DT military/JJ exercise/NN began/VBD, 1, JJ",
        "a/DT US/NNP drone/VB killed/VBN three/CD rebels/NNS, 2, NN",
        "a/DT US/NNP drone/VB killed/VBN three/CD rebels/NNS, 3, VBD",
        "make/VB the/DT US/NNP pay/VB the/DT price/NN, 3, VB",
        "Russian/NNP drone/VBP strikes/NNS hit/VBD it/PRP, 1, NN",
        "in/IN White/NNP Nile/NNP states/VBZ ./., 3, NNS",
        "in/IN it/PRP Chad/NNP states/VBZ that/IN, 3, VBZ",
        "two/CD dozen/NN drone/NN strikes/VBZ hit/VBD it/PRP, 3, NNS",
        "Fighting/VBG in/IN hills/NNS left/VBD ten/CD dead/JJ, 0, NN",
        "Fighting/VBG in/IN hills/NNS COMMA he/PRP lost/VBD it/PRP, 0, VBG"
    })
    void whoSeizedItIsANoun(String words, int at, String tag) {
        List<CoreLabel> labels = labels(words);

        MissedNoun.mend(labels);

        assertThat(labels.get(at).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "only/RB did/VBD Chad/NNP attack/NN Niger/NNP, 3, VB",
        "case/NN did/VBD the/DT army/NN shell/NN the/DT port/NN, 4, VB",
        "case/NN did/VBD the/DT army/NN chief/NN resign/VB, 4, NN",
        "Chad/NNP no/RB longer/RBR shells/NNS Bol/NNP, 3, VBZ",
        "they/PRP are/VBP no/RB longer/RBR allies/NNS ./., 4, NNS"
    })
    void findsTheVerbOfAnInversion(String words, int at, String tag) {
        List<CoreLabel> labels = labels(words);

        MissedVerb.mend(labels);

        assertThat(labels.get(at).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "men/NNS charged/VBD with/IN theft/NN fled/VBD ./., 1, VBN",
        "men/NNS charged/VBD with/IN anger/NN ./., 1, VBD",
        "rebels/NNS killed/VBD at/IN least/JJS ten/CD men/NNS fled/VBD ./., 1, VBD",
        "men/NNS charged/VBD after/IN rebels/NNS fled/VBD ./., 1, VBD",
        "Mali/NNP COMMA whose/WP$ army/NN rules/VBZ COMMA expelled/VBN troops/NNS ./., 6, VBD",
        "it/PRP was/VBD Chad/NNP that/IN armed/JJ the/DT rebels/NNS, 4, VBD"
    })
    void tellsTheParticipleFromThePast(String words, int at, String tag) {
        List<CoreLabel> labels = labels(words);

        MissedParticiple.mend(labels);

        assertThat(labels.get(at).tag()).isEqualTo(tag);
    }

    private static List<CoreLabel> labels(String words) {
        return Stream.of(words.replace("COMMA", ",/,").split(" "))
                .map(word -> {
                    int slash = word.lastIndexOf('/');
                    CoreLabel label = new CoreLabel();
                    label.setWord(word.substring(0, slash));
                    label.setTag(word.substring(slash + 1));
                    return label;
                })
                .toList();
    }
}
