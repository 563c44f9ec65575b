package org.casus.article;

import java.io.IOException;

/** Ends the reading of a whole input, from within streams that know no other fault than this kind. */
final class RefusedInput extends IOException {
    private static final long serialVersionUID = 1L;

    private final UnreadableArticle fault;

    RefusedInput(String reason, String words) {
        super(words);
        this.fault = new UnreadableArticle(reason, words);
    }

    UnreadableArticle fault() {
        return fault;
    }
}
