package org.casus.extraction;

import java.util.List;
import org.casus.annotation.Sentence;

/** Where the paragraphs of a text begin. */
final class Paragraphs {
    private final String text;
    private final List<Sentence> sentences;

    Paragraphs(String text, List<Sentence> sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    /** True where a sentence is the first of a paragraph. */
    boolean begins(int sentence) {
        return sentence == 0
                || text.substring(
                                sentences.get(sentence - 1).span().end(),
                                sentences.get(sentence).span().begin())
                        .contains("\n");
    }
}
