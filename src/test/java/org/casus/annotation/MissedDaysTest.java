package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.casus.annotation.TimeExpression.Precision;
import org.junit.jupiter.api.Test;

class MissedDaysTest {
    private static final NewsTime FRIDAY = new NewsTime(LocalDate.of(2023, 9, 22));

    @Test
    void findsTheDayOfEarlyHours() {
        List<Token> tokens = TaggedWords.of("They/PRP fired/VBD in/IN early/JJ hours/NNS of/IN Wednesday/NNP");

        List<TimeExpression> found = MissedDays.mend(List.of(), tokens, 3, 7, FRIDAY);

        assertThat(found).singleElement().satisfies(day -> {
            assertThat(day.text()).isEqualTo("Wednesday");
            assertThat(day.earliest()).isEqualTo("2023-09-20");
        });
    }

    @Test
    void leavesTheHourToItsDay() {
        List<Token> tokens = TaggedWords.of("It/PRP fell/VBD at/IN dawn/NN on/IN Thursday/NNP");
        TimeExpression dawn = expression(tokens, 3, "2023-09-22");
        TimeExpression thursday = expression(tokens, 5, "2023-09-21");

        assertThat(MissedDays.mend(List.of(dawn, thursday), tokens, 0, 6, FRIDAY))
                .containsExactly(thursday);
        assertThat(MissedDays.mend(List.of(dawn), tokens.subList(0, 4), 0, 4, FRIDAY))
                .containsExactly(dawn);
    }

    private static TimeExpression expression(List<Token> tokens, int at, String day) {
        Token token = tokens.get(at);
        return new TimeExpression(at, at + 1, token.span(), token.text(), day, day, day, Precision.DAY);
    }
}
