package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordingTest {
    @ParameterizedTest
    @CsvSource({
        "It/PRP was/VBD Riga/NNP that/IN fired/VBD ./., Riga fired .",
        "It/PRP was/VBD not/RB the/DT army/NN that/WDT fired/VBD ./., the army fired .",
        "It/PRP was/VBD in/IN Riga/NNP that/IN they/PRP met/VBD ./., in Riga COMMA they met .",
        "It/PRP was/VBD a/DT plan/NN that/WDT failed/VBD ./., It was a plan that failed .",
        "It/PRP was/VBD the/DT first/JJ raid/NN that/WDT failed/VBD ./., It was the first raid that failed .",
        "It/PRP was/VBD not/RB until/IN May/NNP that/IN rebels/NNS left/VBD ./., It was not until May that rebels left .",
        "Chad/NNP and/CC Niger/NNP have/VBP both/DT sent/VBN tanks/NNS ./., Chad and Niger have sent tanks .",
        "Chad/NNP and/CC Niger/NNP each/DT sent/VBN tanks/NNS ./., Chad and Niger sent tanks .",
        "rebels/NNS have/VBP all/PDT the/DT tanks/NNS ./., rebels have all the tanks .",
        "Killed/VBN in/IN it/PRP were/VBD two/CD men/NNS ./., two men were Killed in it .",
        "Killed/VBN was/VBD a/DT man/NN COMMA/COMMA and/CC two/CD boys/NNS were/VBD hurt/VBN ./., a man was Killed COMMA and two boys were hurt .",
        "Killed/VBN were/VBD a/DT man/NN COMMA/COMMA and/CC two/CD boys/NNS ./., a man COMMA and two boys were Killed .",
        "Also/RB held/VBN was/VBD his/PRP$ son/NN ./., his son was Also held .",
        "Among/IN those/DT killed/VBN was/VBD a/DT boy/NN ./., a boy was killed .",
        "Founded/VBN in/IN 1990/CD COMMA/COMMA it/PRP was/VBD banned/VBN ./., Founded in 1990 COMMA it was banned .",
        "Planes/NNS flown/VBN by/IN rebels/NNS bombed/VBD it/PRP ./., Planes COMMA flown by rebels COMMA bombed it .",
        "Planes/NNS sent/VBN to/TO Chad/NNP bombed/VBD it/PRP ./., Planes that were sent to Chad bombed it .",
        "Men/NNS who/WP asked/VBD not/RB to/TO be/VB named/VBN said/VBD so/RB ./., Men said so .",
        "Men/NNS who/WP asked/VBD to/TO be/VB freed/VBN fled/VBD ./., Men who asked to be freed fled .",
        "Planes/NNS flown/VBN by/IN rebels/NNS ./., Planes flown by rebels .",
        "Chad/NNP COMMA/COMMA which/WDT rules/VBZ it/PRP ./., Chad COMMA who rules it .",
        "Chad/NNP COMMA/COMMA which/WDT rules/VBZ COMMA/COMMA denied/VBD it/PRP ./., Chad denied it .",
        "Chad/NNP COMMA/COMMA which/WDT rules/VBZ COMMA/COMMA long/JJ denied/VBD it/PRP ./., Chad long denied it .",
        "As/IN rebels/NNS left/VBD Chad/NNP COMMA/COMMA chief/NN Ali/NNP fled/VBD ./., chief Ali fled .",
        "As/IN Chad/NNP COMMA/COMMA Niger/NNP fled/VBD ./., As Chad COMMA Niger fled .",
        "As/IN rebels/NNS left/VBD Chad/NNP COMMA/COMMA its/PRP$ ally/NN ./., As rebels left Chad COMMA its ally .",
        "in/IN Riga/NNP COMMA/COMMA rebels/NNS COMMA/COMMA who/WP rule/VBP COMMA/COMMA fled/VBD ./., "
                + "in Riga COMMA rebels fled .",
        "they/PRP met/VBD rebels/NNS COMMA/COMMA who/WP rule/VBP COMMA/COMMA and/CC fled/VBD ./., "
                + "they met rebels and fled .",
        "they/PRP met/VBD rebels/NNS COMMA/COMMA who/WP rule/VBP COMMA/COMMA fired/VBD COMMA/COMMA and/CC fled/VBD "
                + "./., they met rebels .",
        "in/IN Riga/NNP COMMA/COMMA where/WRB rebels/NNS rule/VBP COMMA/COMMA troops/NNS COMMA/COMMA tired/JJ "
                + "COMMA/COMMA left/VBD ./., in Riga COMMA where rebels rule COMMA troops COMMA tired COMMA left .",
        "he/PRP declared/VBD sanctions/NNS and/CC rebels/NNS left/VBD ./., he declared sanctions and rebels left .",
        "men/NNS who/WP claimed/VBD raids/NNS left/VBD ./., men who claimed raids left .",
        "they/PRP met/VBD rebels/NNS COMMA/COMMA who/WP rule/VBP COMMA/COMMA and/CC troops/NNS ./., "
                + "they met rebels COMMA who rule COMMA and troops .",
        "they/PRP left/VBD COMMA/COMMA saying/VBG rebels/NNS had/VBD fired/VBN ./., "
                + "they left COMMA saying that rebels had fired .",
        "he/PRP said/VBD on/IN Monday/NNP Chad/NNP had/VBD left/VBN ./., he said on Monday that Chad had left .",
        "he/PRP said/VBD a/DT prayer/NN and/CC left/VBD ./., he said a prayer and left .",
        "raids/NNS which/WDT police/NNS said/VBD rebels/NNS made/VBD ./., raids which police said rebels made .",
        "accused/VBN of/IN arming/VBG rebels/NNS ./., accused of arming the rebels .",
        "they/PRP left/VBD COMMA/COMMA accusing/VBG rebels/NNS ./., they left COMMA accusing the rebels .",
        "accused/VBN of/IN arming/VBG the/DT rebels/NNS ./., accused of arming the rebels .",
        "Peru/NNP froze/VBD funds/NNS and/CC Chile/NNP left/VBD ./., Peru froze funds COMMA and Chile left .",
        "Peru/NNP froze/VBD funds/NNS and/CC accounts/NNS ./., Peru froze funds and accounts .",
        "they/PRP saw/VBD Peru/NNP and/CC Chile/NNP left/VBD ./., they saw Peru and Chile left .",
        "they/PRP told/VBD men/NNS and/CC women/NNS left/VBD ./., they told men and women left .",
        "Chad/NNP bombed/VBD camps/NNS and/CC depots/NNS Niger/NNP left/VBD ./., Chad bombed camps and depots Niger left .",
        "men/NNS from/IN Peru/NNP and/CC Chile/NNP left/VBD ./., men from Peru and Chile left .",
        "they/PRP fled/VBD what/WP police/NNS called/VBD a/DT raid/NN ./., they fled a raid .",
        "they/PRP fled/VBD what/WP was/VBD known/VBN as/IN a/DT raid/NN by/IN Chad/NNP ./., they fled a raid by Chad .",
        "they/PRP fled/VBD what/WP it/PRP said/VBD was/VBD a/DT raid/NN ./., they fled a raid .",
        "they/PRP know/VBP what/WP police/NNS called/VBD for/IN ./., they know what police called for .",
        "the/DT Front/NNP (/-LRB- SF/NN )/-RRB- fled/VBD ./., the Front fled .",
        "the/DT Front/NNP (/-LRB- he/PRP )/-RRB- fled/VBD ./., the Front ( he ) fled .",
        "a/DT man/NN who/WP hit/VBD guards/NNS was/VBD jailed/VBN ./., a man was jailed .",
        "a/DT man/NN who/WP said/VBD guards/NNS fired/VBD fled/VBD ./., a man who said that guards fired fled ."
    })
    void readsThePlainOne(String words, String plain) {
        PlainWording wording = PlainWording.of(words(words));

        assertThat(wording.words().stream().map(Word::form).collect(Collectors.joining(" ")))
                .isEqualTo(plain.replace("COMMA", ","));
    }

    @ParameterizedTest
    @CsvSource({
        "It/PRP was/VBD not/RB Riga/NNP that/IN fired/VBD ./., 6",
        "Chad/NNP and/CC Niger/NNP have/VBP both/DT sent/VBN tanks/NNS ./., 7",
        "Among/IN those/DT killed/VBN was/VBD a/DT boy/NN ./., 6",
        "Chad/NNP COMMA/COMMA who/WP rules/VBZ COMMA/COMMA denied/VBD it/PRP ./., 7",
        "they/PRP fled/VBD what/WP the/DT army/NN had/VBD described/VBN as/IN a/DT raid/NN ./., 10",
        "the/DT Front/NNP (/-LRB- SF/NN )/-RRB- fled/VBD ./., 6",
        "a/DT man/NN who/WP hit/VBD guards/NNS was/VBD jailed/VBN ./., 7"
    })
    void keepsEveryWordOnce(String words, int last) {
        PlainWording wording = PlainWording.of(words(words));

        List<Integer> places = new ArrayList<>();
        wording.words().forEach(word -> places.add(word.place()));
        wording.asides().forEach(aside -> places.add(aside.place()));
        wording.clauses().relatives().forEach(clause -> clause.words().forEach(word -> places.add(word.place())));
        assertThat(places).hasSize(last + 1).doesNotHaveDuplicates();
    }

    private static List<Word> words(String tagged) {
        List<Word> words = new ArrayList<>();
        for (String word : tagged.replace("COMMA", ",").split(" ")) {
            int slash = word.lastIndexOf('/');
            words.add(new Word(word.substring(0, slash), word.substring(slash + 1), words.size()));
        }
        return words;
    }

    @ParameterizedTest
    @CsvSource({
        "troops/NNS in/IN Mali/NNP COMMA/COMMA who/WP are/VBP tired/JJ COMMA/COMMA fired/VBD ./., 0",
        "the/DT king/NN of/IN Mali/NNP COMMA/COMMA who/WP is/VBZ ill/JJ COMMA/COMMA left/VBD ./., 1",
        "troops/NNS in/IN Mali/NNP COMMA/COMMA which/WDT is/VBZ dry/JJ COMMA/COMMA fired/VBD ./., 2",
        "troops/NNS of/IN Abdi/NNP COMMA/COMMA who/WP is/VBZ ill/JJ COMMA/COMMA fired/VBD ./., 2"
    })
    void hangsARelativeClauseOnWhomItTellsOf(String words, int noun) {
        assertThat(PlainWording.of(words(words)).clauses().relatives())
                .extracting(SubordinateClauses.Relative::noun)
                .containsExactly(noun);
    }
}
