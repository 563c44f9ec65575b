package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.annotation.EntityMention.Type;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    @Test
    void takesAListedNameForATown() {
        assertThat(settled("in/IN Kyiv/NNP", name(Type.MISC, 1, 2))).containsExactly("LOCATION Kyiv");
        assertThat(settled("in/IN Busan/NNP", name(Type.ORGANIZATION, 1, 2))).containsExactly("LOCATION Busan");
        assertThat(settled("in/IN Khan/NNP Younis/NNP", name(Type.PERSON, 1, 3)))
                .containsExactly("LOCATION Khan Younis");
    }

    @Test
    void takesAListedNameForABody() {
        assertThat(settled("in/IN Ansar/NNP Dine/NNP", name(Type.PERSON, 1, 3)))
                .containsExactly("ORGANIZATION Ansar Dine");
        assertThat(settled("of/IN M23/NN")).containsExactly("ORGANIZATION M23");
    }

    @Test
    void joinsWhatTheModelTookApart() {
        assertThat(settled("in/IN Lashkar/NNP Gah/NNP", name(Type.LOCATION, 1, 2), name(Type.PERSON, 2, 3)))
                .containsExactly("LOCATION Lashkar Gah");
        assertThat(settled("in/IN Siem/NNP Reap/NN", name(Type.MISC, 1, 2))).containsExactly("LOCATION Siem Reap");
    }

    @Test
    void leavesALongerNameAndWhoHasATitleOrAFirstName() {
        assertThat(settled("the/DT Kyiv/NNP Post/NNP", name(Type.ORGANIZATION, 1, 3)))
                .containsExactly("ORGANIZATION Kyiv Post");
        assertThat(settled("General/NNP Bucha/NNP", name(Type.PERSON, 1, 2))).containsExactly("PERSON Bucha");
        assertThat(settled("Anna/NNP Bucha/NNP saw/VBD Bucha/NNP", name(Type.PERSON, 0, 2), name(Type.PERSON, 3, 4)))
                .containsExactly("PERSON Anna Bucha", "PERSON Bucha");
    }

    @Test
    void takesForATownWhatFightingIsIn() {
        assertThat(settled("fighting/NN in/IN Norvik/NNP", name(Type.PERSON, 2, 3)))
                .containsExactly("LOCATION Norvik");
        assertThat(settled("In/IN Norvik/NNP ,/, voters/NNS see/VBP hope/NN", name(Type.PERSON, 1, 2)))
                .containsExactly("PERSON Norvik");
        assertThat(settled("took/VBD place/NN in/IN Norvik/NNP", name(Type.PERSON, 3, 4)))
                .containsExactly("LOCATION Norvik");
        assertThat(settled("confidence/NN in/IN Norvik/NNP", name(Type.PERSON, 2, 3)))
                .containsExactly("PERSON Norvik");
        assertThat(settled("hearings/NNS in/IN Norvik/NNP case/NN", name(Type.PERSON, 2, 3)))
                .containsExactly("PERSON Norvik");
    }

    @Test
    void takesForATownWhatIsShelledOrFledTo() {
        assertThat(settled("shelling/NN of/IN Norvik/NNP", name(Type.PERSON, 2, 3)))
                .containsExactly("LOCATION Norvik");
        assertThat(settled("rebels/NNS besieged/besiege/VBD Dar/NNP Salim/NNP", name(Type.PERSON, 2, 4)))
                .containsExactly("LOCATION Dar Salim");
        assertThat(settled("they/PRP fled/flee/VBD to/IN Norvik/NNP", name(Type.PERSON, 3, 4)))
                .containsExactly("LOCATION Norvik");
    }

    @Test
    void leavesAPersonWhomTheArticleNamesInFullOrWhoOwnsWhatFollows() {
        assertThat(settled(
                        "Anna/NNP Norvik/NNP saw/VBD the/DT siege/NN of/IN Norvik/NNP",
                        name(Type.PERSON, 0, 2),
                        name(Type.PERSON, 6, 7)))
                .containsExactly("PERSON Anna Norvik", "PERSON Norvik");
        assertThat(settled("shelling/NN of/IN Norvik/NNP 's/POS villa/NN", name(Type.PERSON, 2, 3)))
                .containsExactly("PERSON Norvik");
        assertThat(settled("arrest/NN of/IN Norvik/NNP", name(Type.PERSON, 2, 3)))
                .containsExactly("PERSON Norvik");
    }

    @Test
    void takesForABodyWhoHasFightersOrMembers() {
        assertThat(settled("Norvik/NNP fighters/fighter/NNS fled/VBD", name(Type.PERSON, 0, 1)))
                .containsExactly("ORGANIZATION Norvik");
        assertThat(settled("members/member/NNS of/IN Dar/NNP Salim/NNP met/VBD", name(Type.PERSON, 2, 4)))
                .containsExactly("ORGANIZATION Dar Salim");
        assertThat(settled("the/DT militia/NN Norvik/NNP ,/,", name(Type.PERSON, 2, 3)))
                .containsExactly("ORGANIZATION Norvik");
        assertThat(settled("the/DT militia/NN Norvik/NNP founded/VBD", name(Type.PERSON, 2, 3)))
                .containsExactly("PERSON Norvik");
    }

    @Test
    void takesWhatIsToldOfOneMentionForAll() {
        assertThat(settled(
                        "Norvik/NNP fell/VBD after/IN the/DT siege/NN of/IN Norvik/NNP",
                        name(Type.PERSON, 0, 1),
                        name(Type.PERSON, 6, 7)))
                .containsExactly("LOCATION Norvik", "LOCATION Norvik");
        assertThat(settled(
                        "Gen./NNP Norvik/NNP ended/VBD the/DT siege/NN of/IN Norvik/NNP",
                        name(Type.PERSON, 1, 2),
                        name(Type.PERSON, 6, 7)))
                .containsExactly("PERSON Norvik", "PERSON Norvik");
    }

    private record Name(Type type, int first, int end) {}

    private static Name name(Type type, int first, int end) {
        return new Name(type, first, end);
    }

    /** Types and texts of the names of a sentence. */
    private static List<String> settled(String words, Name... names) {
        List<Token> tokens = TaggedWords.of(words);
        List<EntityMention> mentions = new ArrayList<>();
        for (Name name : names) {
            List<Token> inside = tokens.subList(name.first, name.end);
            Span span = new Span(
                    inside.get(0).span().begin(),
                    inside.get(inside.size() - 1).span().end());
            mentions.add(new EntityMention(
                    name.type,
                    name.first,
                    name.end,
                    span,
                    String.join(" ", inside.stream().map(Token::text).toList())));
        }
        return KnownNames.load().settle(List.of(mentions), List.of(tokens)).get(0).stream()
                .map(mention -> mention.type() + " " + mention.text())
                .toList();
    }
}
