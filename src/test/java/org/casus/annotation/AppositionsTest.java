package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.annotation.EntityMention.Type;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;

class AppositionsTest {
    @Test
    void hangsALooseNameOnItsNoun() {
        assertThat(mended(
                        "his/PRP$ counterpart/NN Wang/NNP Yi/NNP", 2, Type.PERSON, "1 poss, 0 root, 3 compound, 1 dep"))
                .isEqualTo("1 poss, 0 root, 3 compound, 1 appos");
    }

    @Test
    void takesTheOneSoNamedForTheObject() {
        String mayor = "Police/NNS held/VBD mayor/NN Wang/NNP Yi/NNP";

        assertThat(mended(mayor, 3, Type.PERSON, "1 nsubj, -1 root, 1 iobj, 4 compound, 2 dep"))
                .isEqualTo("1 nsubj, -1 root, 1 obj, 4 compound, 2 appos");
    }

    @Test
    void takesNoLandForAPerson() {
        String president = "The/DT president/NN of/IN Chad/NNP ,/, Idriss/NNP Deby/NNP";
        String parsed = "1 det, -1 root, 3 case, 1 nmod, 3 punct, 6 compound, 3 appos";

        assertThat(mended(president, 5, Type.PERSON, parsed))
                .isEqualTo("1 det, -1 root, 3 case, 1 nmod, 3 punct, 6 compound, 1 appos");
        assertThat(mended(president, 5, Type.LOCATION, parsed)).isEqualTo(parsed);
    }

    @Test
    void onlyAnOfficeOfAPlaceIsAPersons() {
        String parsed = "1 det, -1 root, 3 case, 1 nmod, 3 punct, 6 compound, 3 appos";

        assertThat(mended("the/DT fall/NN of/IN Homs/NNP ,/, Idriss/NNP Deby/NNP", 5, Type.PERSON, parsed))
                .isEqualTo(parsed);
        assertThat(mended("the/DT mayors/mayor/NNS of/IN Homs/NNP ,/, Idriss/NNP Deby/NNP", 5, Type.PERSON, parsed))
                .isEqualTo(parsed);
    }

    /** @param name first token of the last name; all proper nouns before it are lands */
    private static String mended(String words, int name, Type type, String parse) {
        List<Token> tokens = TaggedWords.of(words);
        List<EntityMention> names = new ArrayList<>();
        for (int i = 0; i < name; i++) {
            if (tokens.get(i).isProper()) {
                names.add(mention(tokens, Type.LOCATION, i, i + 1));
            }
        }
        names.add(mention(tokens, type, name, tokens.size()));
        List<Dependency> dependencies = new ArrayList<>();
        for (String arc : parse.split(", ")) {
            String[] parts = arc.split(" ");
            dependencies.add(new Dependency(Integer.parseInt(parts[0]), dependencies.size(), parts[1]));
        }
        return String.join(
                ", ",
                new Appositions(tokens, names, dependencies)
                        .mend().stream()
                                .map(arc -> arc.governor() + " " + arc.relation())
                                .toList());
    }

    private static EntityMention mention(List<Token> tokens, Type type, int first, int end) {
        Span span = new Span(
                tokens.get(first).span().begin(), tokens.get(end - 1).span().end());
        return new EntityMention(type, first, end, span, TaggedWords.text(tokens.subList(first, end)));
    }
}
