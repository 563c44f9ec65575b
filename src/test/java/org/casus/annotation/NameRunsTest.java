package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;

class NameRunsTest {
    @Test
    void joinsTokensOfOneClassAndFillsInProperNouns() {
        List<Token> tokens =
                TaggedWords.of("Ann/NNP Lee/NNP met/VBD Karabakh/NNP Armenian/JJ militants/NNS Friday/NNP");

        List<EntityMention> names =
                NameRuns.of(TaggedWords.text(tokens), tokens, List.of("PERSON", "PERSON", "O", "O", "O", "O", "O"));

        assertThat(names).extracting(EntityMention::text).containsExactly("Ann Lee", "Karabakh", "Armenian");
        assertThat(names.get(1).type()).isEqualTo(EntityMention.Type.MISC);
    }

    @Test
    void aNationIsNamedWhereASentenceBeginsWithIt() {
        List<Token> french = TaggedWords.of("French/JJ envoys/NNS met/VBD");
        List<Token> violent = TaggedWords.of("Violent/JJ protests/NNS spread/VBD");

        assertThat(NameRuns.of(TaggedWords.text(french), french, List.of("O", "O", "O")))
                .extracting(EntityMention::text)
                .containsExactly("French");
        assertThat(NameRuns.of(TaggedWords.text(violent), violent, List.of("O", "O", "O")))
                .isEmpty();
    }

    @Test
    void aHolidayIsNoName() {
        List<Token> tokens = TaggedWords.of("freed/VBD them/PRP on/IN Independence/NNP Day/NNP");

        assertThat(NameRuns.of(TaggedWords.text(tokens), tokens, List.of("O", "O", "O", "MISC", "MISC")))
                .isEmpty();
    }

    @Test
    void aPersonMayBeCalledDay() {
        List<Token> tokens = TaggedWords.of("Judge/NNP Sarah/NNP Day/NNP freed/VBD them/PRP");

        assertThat(NameRuns.of(TaggedWords.text(tokens), tokens, List.of("O", "PERSON", "PERSON", "O", "O")))
                .extracting(EntityMention::text)
                .contains("Sarah Day");
    }

    @Test
    void leavesTitlesOutOfNames() {
        List<Token> tokens = TaggedWords.of("the/DT Armenian/JJ Prime/NNP Minister/NNP");

        assertThat(NameRuns.of(TaggedWords.text(tokens), tokens, List.of("O", "O", "O", "O")))
                .extracting(EntityMention::text)
                .containsExactly("Armenian");
    }

    @Test
    void keepsAHyphenatedNameWhole() {
        String text = "in Ust-Luga";
        List<Token> tokens = List.of(
                new Token(0, new Span(0, 2), "in", "in", "IN"),
                new Token(1, new Span(3, 6), "Ust", "Ust", "NNP"),
                new Token(2, new Span(6, 7), "-", "-", "HYPH"),
                new Token(3, new Span(7, 11), "Luga", "Luga", "NNP"));

        assertThat(NameRuns.of(text, tokens, List.of("O", "O", "O", "O")))
                .extracting(EntityMention::text)
                .containsExactly("Ust-Luga");
    }

    @Test
    void joinsADoubleFirstNameButNotTwoPersons() {
        String text = "Anne-Marie Duval";
        List<Token> tokens = List.of(
                new Token(0, new Span(0, 4), "Anne", "Anne", "NNP"),
                new Token(1, new Span(4, 5), "-", "-", "HYPH"),
                new Token(2, new Span(5, 10), "Marie", "Marie", "NNP"),
                new Token(3, new Span(11, 16), "Duval", "Duval", "NNP"));

        assertThat(NameRuns.of(text, tokens, List.of("O", "O", "PERSON", "PERSON")))
                .extracting(EntityMention::text)
                .containsExactly(text);
        assertThat(NameRuns.of(text, tokens.subList(0, 3), List.of("PERSON", "O", "PERSON")))
                .extracting(EntityMention::text)
                .containsExactly("Anne", "Marie");
    }

    @Test
    void givesASurnameTheTypeOfTheFullName() {
        EntityMention full = new EntityMention(EntityMention.Type.PERSON, 0, 2, new Span(0, 7), "Ann Lee");
        EntityMention surname = new EntityMention(EntityMention.Type.MISC, 0, 1, new Span(20, 23), "Lee");

        assertThat(NameTypes.agree(List.of(List.of(full), List.of(surname))).get(1))
                .extracting(EntityMention::type)
                .containsExactly(EntityMention.Type.PERSON);
    }
}
