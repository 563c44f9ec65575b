package org.casus.fusion;

import java.time.LocalDate;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The article that a report stands in.
 *
 * @param published null where the article has no date
 * @param publisher null where it is not known
 * @param names what has a name of its own in the article, but for states
 */
record Dispatch(
        Node article, @Nullable Node published, @Nullable Node publisher, Set<Node> names) {
    /** What an article tells twice the extraction has joined already. */
    private static final double RETOLD = 0.6;

    private static final int DAY = "2020-01-01".length();
    private static final int RECENT = 3;
    private static final int FEWEST = 2;
    private static final int ENOUGH = 4;

    Dispatch {
        names = Set.copyOf(names);
    }

    /** From 0 to 1: how much two articles speak of the same people and places, and so tell one story. */
    double likeness(Dispatch other) {
        if (article.equals(other.article)) {
            return RETOLD;
        }
        Set<Node> fewer = names.size() <= other.names.size() ? names : other.names;
        Set<Node> more = fewer == names ? other.names : names;
        long shared = fewer.stream().filter(more::contains).count();
        return Math.min(1, (double) shared / Math.min(ENOUGH, Math.max(FEWEST, fewer.size())));
    }

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
