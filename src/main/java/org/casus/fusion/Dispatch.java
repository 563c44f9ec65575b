package org.casus.fusion;

import java.time.LocalDate;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The article that a report stands in.
 *
 * @param published null where the article has no date
 * @param publisher null where it is not known
 * @param story the words of the article
 */
record Dispatch(
        Node article, @Nullable Node published, @Nullable Node publisher, Story story) {
    private static final int DAY = "2020-01-01".length();
    private static final int RECENT = 3;

    /** When something that the article tells without a day can have happened; null where the article has no day. */
    @Nullable
    Days recently() {
        String iso = published == null ? "" : published.getLiteralLexicalForm();
        if (iso.length() < DAY) {
            return null;
        }
        int day = Math.toIntExact(LocalDate.parse(iso.substring(0, DAY)).toEpochDay());
        return new Days(day - RECENT, day, true);
    }
}
