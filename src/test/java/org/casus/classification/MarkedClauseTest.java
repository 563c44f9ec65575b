package org.casus.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.casus.article.Span;
import org.junit.jupiter.api.Test;

class MarkedClauseTest {
    private static MarkedClause clause(String text, String trigger, String actor, String target) {
        return MarkedClause.of(
                text,
                span(text, trigger),
                actor.isEmpty() ? null : span(text, actor),
                target.isEmpty() ? null : span(text, target));
    }

    private static Span span(String text, String words) {
        int begin = text.indexOf(words);
        return new Span(begin, begin + words.length());
    }

    private static String focus(MarkedClause clause) {
        return clause.passage().focus().of(clause.passage().text());
    }

    @Test
    void marksWhoActsAndWhoIsActedUpon() {
        MarkedClause clause = clause("On Friday Peru sued Chile.", "sued", "Peru", "Chile");

        assertThat(clause.passage().text()).isEqualTo("On Friday ACTOR Peru sued TARGET Chile.");
        assertThat(focus(clause)).isEqualTo("sued");
    }

    @Test
    void marksPartiesInTheOrderOfTheText() {
        MarkedClause clause = clause("Chile was sued by Peru", "sued", "Peru", "Chile");

        assertThat(clause.passage().text()).isEqualTo("TARGET Chile was sued by ACTOR Peru");
        assertThat(focus(clause)).isEqualTo("sued");
    }

    @Test
    void leavesOutPartiesThatAreNotKnown() {
        assertThat(clause("The envoy was expelled.", "expelled", "", "")
                        .passage()
                        .text())
                .isEqualTo("The envoy was expelled.");
    }

    @Test
    void leavesAPartyUnmarkedThatHoldsTheTrigger() {
        MarkedClause clause = clause("Peru's raid on Chile failed", "raid", "Peru's raid", "Chile");

        assertThat(clause.passage().text()).isEqualTo("Peru's raid on TARGET Chile failed");
        assertThat(focus(clause)).isEqualTo("raid");
    }

    @Test
    void keepsWholeWordsOfAWindowAboutTheTrigger() {
        String text =
                "before ".repeat(50) + "Peru sued Chile " + "after ".repeat(50).strip();

        MarkedClause clause = clause(text, "sued", "Peru", "Chile");

        assertThat(clause.passage().text())
                .hasSizeBetween(250, 340)
                .matches("(before )+ACTOR Peru sued TARGET .*after");
        assertThat(focus(clause)).isEqualTo("sued");
    }

    @Test
    void leavesAPartyOutsideTheWindowUnmarked() {
        String text = "Peru, " + "as was said before, ".repeat(20) + "sued Chile";

        assertThat(clause(text, "sued", "Peru", "Chile").passage().text())
                .doesNotContain("ACTOR")
                .contains("TARGET Chile");
    }

    @Test
    void keepsTheTriggerOfATextWithoutSpaces() {
        String text = "攻".repeat(400) + "撃" + "攻".repeat(400);

        assertThat(focus(clause(text, "撃", "", ""))).isEqualTo("撃");
    }

    @Test
    void keepsCharactersOutsideTheBasicPlaneWhole() {
        String text = "😀 ".repeat(60) + "Peru 😀 sued 🇨🇱 Chile" + " 😀".repeat(60);

        MarkedClause clause = clause(text, "sued", "Peru", "🇨🇱 Chile");

        assertThat(focus(clause)).isEqualTo("sued");
        assertThat(clause.passage().text()).contains("ACTOR Peru 😀 sued TARGET 🇨🇱 Chile");
        assertThat(clause.passage().text().codePoints())
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Test
    void takesEveryWhiteSpaceForASpace() {
        assertThat(clause("Peru\nsued\tChile\r\n.", "sued", "Peru", "Chile")
                        .passage()
                        .text())
                .isEqualTo("ACTOR Peru sued TARGET Chile  .");
    }

    @Test
    void refusesATriggerWithoutWords() {
        assertThatThrownBy(() -> MarkedClause.of("Peru", new Span(2, 2), null, null))
                .hasMessageContaining("no words at");
    }
}
