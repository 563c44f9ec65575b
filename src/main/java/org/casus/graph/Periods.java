package org.casus.graph;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.casus.extraction.Moment;
import org.casus.extraction.Period;
import org.jspecify.annotations.Nullable;

/** Writes since when and until when something held: as finely as the text has it, and as days to compare. */
final class Periods {
    private final Draft draft;

    Periods(Draft draft) {
        this.draft = draft;
    }

    void write(Resource node, Period period) {
        write(node, period.from(), Vocabulary.FROM, Vocabulary.EARLIEST_FROM, Vocabulary.LATEST_FROM);
        write(node, period.until(), Vocabulary.UNTIL, Vocabulary.EARLIEST_UNTIL, Vocabulary.LATEST_UNTIL);
        write(node, period.asOf(), Vocabulary.AS_OF, Vocabulary.EARLIEST_AS_OF, Vocabulary.LATEST_AS_OF);
    }

    /** A decade has bounds and no value of its own: 1990 would say too much. */
    private void write(Resource node, @Nullable Moment moment, Property exact, Property earliest, Property latest) {
        if (moment == null) {
            return;
        }
        if (moment.earliest() != null && moment.earliest().equals(moment.latest())) {
            draft.add(node, exact, Literals.date(moment.earliest()));
        }
        draft.add(node, earliest, Literals.firstDay(moment.earliest()));
        draft.add(node, latest, Literals.lastDay(moment.latest()));
    }
}
