package org.casus.fusion;

import java.io.Serializable;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The article that a report stands in.
 *
 * @param published null where the article has no date
 * @param origin who stands behind it where no agency is named: its publisher
 * @param story the words of the article
 * @param sketch by which it is known again
 */
record Dispatch(Node article, @Nullable Node published, Node origin, Story story, Sketch sketch)
        implements Serializable {
    private static final int DAY = "2020-01-01".length();
    private static final int RECENT = 3;

    /** When something that the article tells without a day can have happened; null where the article has no day. */
    @Nullable
    Days recently() {
        return published == null ? null : recently(published.getLiteralLexicalForm());
    }

    /** The same for an article of a date, empty where it has none. */
    static @Nullable Days recently(String published) {
        if (published.length() < DAY) {
            return null;
        }
        int day = Times.day(published);
        return new Days(day - RECENT, day, true);
    }
}
