package org.casus.article;

import java.io.IOException;

/** A named input that is yet to be opened. */
record Source(String name, Opener opener) {
    /** Opens an input, or says why it cannot be. */
    interface Opener {
        Input open() throws IOException, UnreadableArticle;
    }

    static Source fault(String name, String reason, String fault) {
        return new Source(name, () -> {
            throw new UnreadableArticle(reason, fault);
        });
    }
}
