package org.casus.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSentenceTest {
    @Test
    void readsTheMarksOfALine() {
        TrainingSentence sentence =
                TrainingSentence.parse("bomb/v\tASSAULT\taerial\t[Jets] *bombed* {the port} at dawn.", "a.tsv:1");

        assertThat(sentence.label()).isEqualTo("ASSAULT.aerial");
        assertThat(sentence.clause().passage().text()).isEqualTo("ACTOR Jets bombed TARGET the port at dawn.");
        assertThat(sentence.clause()
                        .passage()
                        .focus()
                        .of(sentence.clause().passage().text()))
                .isEqualTo("bombed");
    }

    @Test
    void needsNoParties() {
        TrainingSentence sentence = TrainingSentence.parse("rain/v\tNONE\t-\tIt *rained* again.", "a.tsv:1");

        assertThat(sentence.label()).isEqualTo("NONE");
        assertThat(sentence.mode()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bomb/v ASSAULT aerial [Jets] *bombed* it.|not lemma/pos, type, mode and sentence",
                "bomb/v>ASSAULT>aerial|not lemma/pos, type, mode and sentence",
                "bomb>ASSAULT>aerial>[Jets] *bombed* it.|not lemma/pos, type, mode and sentence",
                "bomb/x>ASSAULT>aerial>[Jets] *bombed* it.|not lemma/pos, type, mode and sentence",
                "bomb/v>ASSAULT>aerial>[Jets] *bombed* it.>more|not lemma/pos, type, mode and sentence",
                "bomb/v>>aerial>[Jets] *bombed* it.|not a type and its mode:  aerial",
                "bomb/v>Assault>aerial>[Jets] *bombed* it.|not a type and its mode: Assault aerial",
                "bomb/v>ASSAULT>>[Jets] *bombed* it.|not a type and its mode: ASSAULT ",
                "bomb/v>NONE>aerial>[Jets] *bombed* it.|not a type and its mode: NONE aerial",
                "bomb/v>ASSAULT>aerial>[Jets] bombed it.|no *trigger*",
                "bomb/v>ASSAULT>aerial>[Jets] *bombed it.|a mark is not closed",
                "bomb/v>ASSAULT>aerial>[Jets *bombed* it.|a mark is not closed",
                "bomb/v>ASSAULT>aerial>]Jets[ *bombed* it.|a mark is not closed",
                "bomb/v>ASSAULT>aerial>Jets *bombed* it}.|a mark is not closed",
                "bomb/v>ASSAULT>aerial>[Jets] *bombed* [it].|marked twice with [",
                "bomb/v>ASSAULT>aerial>Jets *bombed* {it}}.|marked twice with }",
                "bomb/v>ASSAULT>aerial>[Jets] *bombed* *it*.|marked twice with *",
                "bomb/v>ASSAULT>aerial>[Jets] ** it.|nothing is marked",
                "bomb/v>ASSAULT>aerial>[] *bombed* it.|nothing is marked"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void saysEachFaultInOneLineWithItsPlace(String line, String fault) {
        assertThatThrownBy(() -> TrainingSentence.parse(line.replace('>', '\t'), "a.tsv:7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.tsv:7: " + fault);
    }
}
