package org.casus.encoding;

import org.casus.article.Span;

/**
 * A short text with the words in it that a vector is to be about.
 *
 * @param focus non-empty, within the text
 */
public record Passage(String text, Span focus) {
    public Passage {
        if (focus.begin() == focus.end() || focus.end() > text.length()) {
            throw new IllegalArgumentException("no words at %s of a text of %d".formatted(focus, text.length()));
        }
    }
}
