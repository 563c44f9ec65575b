package org.casus.extraction;

/** Where it happened, and how that is known. */
public record EventPlace(Mention mention, Basis basis) {
    public enum Basis {
        /** The sentence says so. */
        TEXT,
        /** The article's dateline, for want of better. */
        DATELINE,
        /** The article's subject, for want of better. */
        ARTICLE
    }
}
