package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    @ParameterizedTest
    @CsvSource({
        "60,   0.5,    about 1 min left",
        "60,   0.01,   about 99 min left",
        "3600, 0.1,    about 9 h left",
        "60,   0.999,  less than a minute left",
        "60,   1.2,    less than a minute left",
        "60,   0,      ''",
        "2,    0.5,    ''"
    })
    void reckonsTheRestFromWhatIsDone(int seconds, double done, String left) {
        assertThat(Progress.left(Duration.ofSeconds(seconds), done)).isEqualTo(left);
    }
}
