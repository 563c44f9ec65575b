package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.article.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticiplesTest {
    /** Words with lemma, tag, governor and relation, counted from 1; the participle's, from and to. */
    @ParameterizedTest
    @CsvSource({
        "they/they/PRP/2/nsubj told/tell/VBD/0/root him/he/PRP/2/obj to/to/TO/5/mark leave/leave/VB/2/xcomp "
                + "COMMA/COMMA/COMMA/2/punct accusing/accuse/VBG/5/dep Chad/Chad/NNP/7/obj, 7, 2, advcl",
        "they/they/PRP/2/nsubj let/let/VBD/0/root him/he/PRP/2/obj to/to/TO/5/mark leave/leave/VB/2/xcomp "
                + "COMMA/COMMA/COMMA/2/punct accusing/accuse/VBG/5/dep Chad/Chad/NNP/7/obj, 7, 5, dep",
        "they/they/PRP/2/nsubj wrote/write/VBD/0/root to/to/IN/4/case kings/king/NNS/2/obl "
                + "urging/urge/VBG/4/acl calm/calm/NN/5/obj, 5, 2, advcl",
        "they/they/PRP/2/nsubj rallied/rally/VBD/0/root against/against/IN/4/case laws/law/NNS/2/obl "
                + "threatening/threaten/VBG/4/acl Chad/Chad/NNP/5/obj, 5, 4, acl",
        "they/they/PRP/2/nsubj met/meet/VBD/0/root rebels/rebel/NNS/2/obj demanding/demand/VBG/3/acl "
                + "talks/talk/NNS/4/obj, 4, 3, acl",
        "they/they/PRP/2/nsubj beat/beat/VBD/0/root Ali/Ali/NNP/2/obj accusing/accuse/VBG/3/acl "
                + "him/he/PRP/4/obj, 4, 2, advcl",
        "they/they/PRP/2/nsubj got/get/VBD/0/root reports/report/NNS/2/obj accusing/accuse/VBG/3/acl "
                + "them/they/PRP/4/obj, 4, 3, acl",
        "they/they/PRP/2/nsubj jailed/jail/VBD/0/root Ali/Ali/NNP/2/obj COMMA/COMMA/COMMA/2/punct "
                + "accused/accuse/VBN/2/dep, 5, 3, acl"
    })
    void hangOnWhoComments(String words, int participle, int governor, String relation) {
        List<Token> tokens = new ArrayList<>();
        List<Dependency> dependencies = new ArrayList<>();
        for (String word : words.replace("COMMA", ",").split(" ")) {
            String[] parts = word.split("/");
            int i = tokens.size();
            tokens.add(new Token(i, new Span(i, i + 1), parts[0], parts[1], parts[2]));
            dependencies.add(new Dependency(Integer.parseInt(parts[3]) - 1, i, parts[4]));
        }

        assertThat(new Participles(tokens, dependencies).mend())
                .contains(new Dependency(governor - 1, participle - 1, relation));
    }
}
