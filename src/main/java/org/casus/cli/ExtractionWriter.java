package org.casus.cli;

import org.casus.article.Reading;
import org.casus.entity.LinkedArticle;

/** Writes extractions, one after the other. */
interface ExtractionWriter {
    /** What stands before the first. */
    void begin();

    void write(LinkedArticle linked);

    void write(Reading.Rejected rejected);
}
