package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private static final Table.Row ROW = new Table.Row("", "own.tsv:4", List.of());

    private static Frame frame(String... conditions) {
        return new Frame(
                "cut/v",
                List.of(conditions).stream()
                        .map(text -> Frame.condition(ROW, text))
                        .toList(),
                "SANCTION",
                List.of(),
                List.of(),
                ROW);
    }

    @Test
    void readsLemmasAndClasses() {
        assertThat(Frame.condition(ROW, "obj=@tie,Link"))
                .isEqualTo(new Frame.Condition("obj", false, Set.of("link"), Set.of("tie")));
        assertThat(Frame.condition(ROW, "obj.of=oil"))
                .isEqualTo(new Frame.Condition("obj.of", false, Set.of("oil"), Set.of()));
    }

    @Test
    void readsFilledAndEmptySlots() {
        assertThat(Frame.condition(ROW, "with").any()).isTrue();
        assertThat(Frame.condition(ROW, "with=*").any()).isTrue();
        assertThat(Frame.condition(ROW, "!with")).isEqualTo(new Frame.Condition("with", true, Set.of(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "=x", "obj=", "obj=a,", "obj=,a", "obj=@", "obj=a=b", "!obj=a"})
    void namesTheLineOfWhatIsNoCondition(String text) {
        assertThatThrownBy(() -> Frame.condition(ROW, text)).hasMessage("own.tsv:4: not a condition: " + text);
    }

    @Test
    void moreConditionsWinThenLemmasThenClassesThenAnything() {
        assertThat(List.of(
                        frame("obj", "to"), frame("obj=oil"), frame("obj=@tie"), frame("obj"), frame("!obj"), frame()))
                .isSortedAccordingTo((a, b) -> Integer.compare(b.specificity(), a.specificity()));
    }
}
