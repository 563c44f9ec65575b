package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.annotation.Sentence;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;

class TurnsTest {
    /** Of a text in which each sentence ends with a stop; persons are labelled with a capital and small letters. */
    private static List<String> speakers(String text) {
        List<Sentence> sentences = new ArrayList<>();
        Map<Integer, Turns.Label> labels = new HashMap<>();
        for (int begin = 0; begin < text.length(); ) {
            int end = text.indexOf('.', begin) + 1;
            String words = text.substring(begin, end);
            int index = sentences.size();
            sentences.add(new Sentence(index, new Span(begin, end), List.of(), List.of(), List.of(), List.of()));
            if (words.contains(":")) {
                String label = words.substring(0, words.indexOf(':'));
                labels.put(index, new Turns.Label(index, 0, label, Character.isLowerCase(label.charAt(1))));
            }
            begin = end + 1;
        }
        Turns turns = new Turns(new Paragraphs(text, sentences), labels);
        return sentences.stream()
                .map(sentence ->
                        turns.at(sentence.index()).map(Turns.Label::words).orElse("-"))
                .toList();
    }

    @Test
    void aTurnGoesToTheEndOfItsParagraph() {
        assertThat(speakers("They met.\nAnn: Well. It is over.\nBob: Good.\nThey left."))
                .containsExactly("-", "Ann", "Ann", "Bob", "-");
    }

    @Test
    void oneColonIsNoTranscript() {
        assertThat(speakers("They met.\nAnn: Well. It is over.\nThey left.")).containsOnly("-");
    }

    @Test
    void whatMayBeNobodysNameMustComeAgain() {
        assertThat(speakers("SPORT: A game. It rained.\nTRADE: A deal. It holds."))
                .containsOnly("-");
        assertThat(speakers("LEE: Well. It is over.\nTRADE: A deal.\nLEE: Good.\nAnn: Yes."))
                .containsExactly("LEE", "LEE", "-", "LEE", "Ann");
    }

    @Test
    void anotherLabelEndsATurn() {
        assertThat(speakers("Ann: Well. Bob: Good.\nBob: Yes.")).containsExactly("Ann", "Bob", "Bob");
    }
}
