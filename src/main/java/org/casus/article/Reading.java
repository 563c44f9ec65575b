package org.casus.article;

import java.io.Serializable;

/** What one input record came to: an article, or the reason why there is none. */
public sealed interface Reading extends Serializable {
    /** The id that came with the record, else one derived from its content or its place. */
    String id();

    /**
     * An article that can be read on.
     *
     * @param place the file it stands in, with its line or what else it is in that file, for messages
     */
    record Accepted(Article article, String place) implements Reading {
        @Override
        public String id() {
            return article.id();
        }
    }

    /**
     * A record that holds no article.
     *
     * @param reason a kind to count by, such as {@code no-text}
     * @param fault one line that names file, place and fault
     */
    record Rejected(String id, String reason, String fault) implements Reading {}
}
