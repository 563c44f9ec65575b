package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {
    @Test
    void takesEachLineOfNewsForAParagraph() {
        String text = "Troops leave town\nThe last of them went home.\r\n\r\nMore will follow.\n";

        assertThat(Paragraphs.of(text))
                .extracting(span -> span.of(text))
                .containsExactly("Troops leave town", "The last of them went home.", "More will follow.");
    }

    @Test
    void joinsLinesThatWereBrokenAtAColumn() {
        String line = "the troops went on through the hills towards the old border and\n";
        String text = line.repeat(5) + "stopped.\n\nNobody knew why.";

        assertThat(Paragraphs.of(text)).hasSize(2);
    }
}
