package org.casus.article;

import java.io.IOException;
import java.util.Iterator;

/** One way in which files hold articles. */
interface ArticleFormat {
    /** Whether the input is of this format, by its first bytes and by its name. */
    boolean fits(Input input);

    /**
     * The readings in the input, one after the other; what is thrown is a fault of the whole input, and an
     * {@link java.io.UncheckedIOException} while they are taken ends them.
     */
    Iterator<Reading> read(Input input) throws IOException, UnreadableArticle;
}
