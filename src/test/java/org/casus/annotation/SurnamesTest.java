package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.annotation.EntityMention.Type;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;

class SurnamesTest {
    @Test
    void takesWhoHasATitleForAPerson() {
        assertThat(types("Ms/NNP Israel/NNP left/VBD Israel/NNP")).containsExactly(Type.PERSON, Type.PERSON);
        assertThat(types("Ms/NNP Israel/NNP left/VBD", "He/PRP went/VBD to/IN Israel/NNP"))
                .containsExactly(Type.PERSON, Type.LOCATION);
    }

    @Test
    void takesASurnameForThePersonWhoseFullNameWasGiven() {
        assertThat(types("Peter/NNP Lagos/NNP fled/VBD", "Lagos/NNP denied/VBD it/PRP"))
                .containsExactly(Type.PERSON, Type.PERSON);
        assertThat(types("Peter/NNP Lagos/NNP fled/VBD", "Lagos/NNP denied/VBD it/PRP", "Police/NNS in/IN Lagos/NNP"))
                .containsExactly(Type.PERSON, Type.LOCATION, Type.LOCATION);
    }

    @Test
    void takesAStateForAPersonOnlyWhereATitleSaysSo() {
        assertThat(types("Peter/NNP Jordan/NNP fled/VBD", "Jordan/NNP rejected/VBD it/PRP"))
                .containsExactly(Type.PERSON, Type.LOCATION);
        assertThat(types("Ms/NNP Jordan/NNP fled/VBD", "Jordan/NNP denied/VBD it/PRP"))
                .containsExactly(Type.PERSON, Type.PERSON);
    }

    @Test
    void takesWhoIsSetApartBehindAnOfficeForAPerson() {
        assertThat(apart("minister/NN ,/, Aden/NNP Duale/NNP ,/, left/VBD")).isEqualTo(Type.PERSON);
        assertThat(apart("capital/NN ,/, Addis/NNP Ababa/NNP ,/, fell/VBD")).isEqualTo(Type.LOCATION);
    }

    /** The type of the third and fourth word, which to the CRF are a place. */
    private static Type apart(String words) {
        List<Token> tokens = TaggedWords.of(words);
        Span span = new Span(tokens.get(2).span().begin(), tokens.get(3).span().end());
        EntityMention place = new EntityMention(Type.LOCATION, 2, 4, span, "");
        return Surnames.settle(List.of(List.of(place)), List.of(tokens))
                .get(0)
                .get(0)
                .type();
    }

    /** Of the names in some sentences, of which those of two words are people's and the rest, to the CRF, places. */
    private static List<Type> types(String... sentences) {
        List<List<Token>> tokens = new ArrayList<>();
        List<List<EntityMention>> names = new ArrayList<>();
        for (String sentence : sentences) {
            List<Token> words = TaggedWords.of(sentence);
            tokens.add(words);
            names.add(names(words));
        }
        return Surnames.settle(names, tokens).stream()
                .flatMap(List::stream)
                .map(EntityMention::type)
                .toList();
    }

    private static List<EntityMention> names(List<Token> words) {
        List<EntityMention> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean first = words.get(i).text().equals("Peter");
            int end = first ? i + 2 : i + 1;
            Token token = words.get(i);
            if (token.isProper() && !token.text().equals("Ms")) {
                String text = TaggedWords.text(words.subList(i, end));
                names.add(new EntityMention(first ? Type.PERSON : Type.LOCATION, i, end, token.span(), text));
                i = end - 1;
            }
        }
        return names;
    }
}
