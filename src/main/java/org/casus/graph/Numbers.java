package org.casus.graph;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.rdf.model.Resource;
import org.casus.extraction.EventNumber;

/** Writes how many, as the text counts them. */
final class Numbers {
    private Numbers() {}

    static void write(Draft draft, Resource subject, EventNumber number) {
        Resource node = draft.node(
                Iris.data("number", subject.getURI(), number.what(), number.text(), number.low(), number.high()));
        draft.add(subject, Vocabulary.NUMBER, node);
        draft.begin(node, Vocabulary.NUMBER_CLASS);
        draft.add(node, Vocabulary.COUNTS, Literals.text(number.what().name().toLowerCase(Locale.ROOT)));
        draft.add(node, Vocabulary.WORDS, Literals.text(number.text()));
        draft.add(node, Vocabulary.LOW, Optional.ofNullable(number.low()).map(Literals::decimal));
        draft.add(node, Vocabulary.HIGH, Optional.ofNullable(number.high()).map(Literals::decimal));
    }
}
