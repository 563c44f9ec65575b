package org.casus.entity;

import org.casus.extraction.Extraction;

/**
 * Links every mention of an article to an entity of the gazetteer, or to one of its own where the gazetteer has none.
 * It holds nothing of the articles it has seen, and threads may share it.
 */
public final class EntityLinker {
    private final Gazetteer gazetteer;
    private final Demonyms demonyms;
    private final Ambiguous ambiguous;

    /** With what ships with the program. */
    public EntityLinker() {
        this(Gazetteer.shipped(), Demonyms.shipped(), Table.shipped("ambiguous.tsv"));
    }

    EntityLinker(Gazetteer gazetteer, Demonyms demonyms, Table ambiguous) {
        this.gazetteer = gazetteer;
        this.demonyms = demonyms;
        this.ambiguous = new Ambiguous(ambiguous, gazetteer);
    }

    /** Every mention of the extraction with what it stands for. */
    public LinkedArticle link(Extraction extraction) {
        return new ArticleLinker(gazetteer, demonyms, ambiguous, extraction).link();
    }
}
