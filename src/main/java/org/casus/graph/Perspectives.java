package org.casus.graph;

import org.apache.jena.rdf.model.Resource;
import org.casus.extraction.Factuality;

/** Writes how the text puts an act or a state. */
final class Perspectives {
    private Perspectives() {}

    static void write(Draft draft, Resource subject, Factuality factuality) {
        draft.add(subject, Vocabulary.CERTAINTY, Vocabulary.certainty(factuality.certainty()));
        draft.add(subject, Vocabulary.POLARITY, Vocabulary.polarity(factuality.polarity()));
        draft.add(subject, Vocabulary.TENSE, Vocabulary.tense(factuality.tense()));
    }
}
