package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventNamesTest {
    private final EventNames names = new EventNames();

    @ParameterizedTest
    @CsvSource({
        "Peru lost the [War] of the Pacific., ''",
        "Bolivia lost the Chaco [War] in 1935., Chaco War",
        "The kingdom's swift 36-hour naval [operation] ended., 36-hour naval operation",
        "Both fought a six-week [war]., six-week war",
        "The border [war] of 1995 was short., ''",
        "After its [victory] in the 1995 Cenepa war it disarmed., 1995 Cenepa war",
        "After its [victory] in the second round it disarmed., ''",
        "A new Peruvian [offensive] began., ''",
        "They feared [war]., ''",
        "Nobody recalls 1995 [war] songs., ''"
    })
    void readsANameThatTellsAnEventFromOthers(String marked, String name) {
        assertThat(read(marked).map(EventNames.Name::words).orElse("")).isEqualTo(name);
    }

    @Test
    void takesTheNounOfTheNameForWhatHappened() {
        assertThat(read("After the [defeat] in the Cenepa War it disarmed.").map(EventNames.Name::noun))
                .contains("war");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "meeting", ""})
    void isNotAskedOfOtherActs(String lemma) {
        assertThat(names.canName(lemma)).isFalse();
    }

    private Optional<EventNames.Name> read(String marked) {
        int begin = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        return names.at(marked.replace("[", "").replace("]", ""), begin, end);
    }
}
