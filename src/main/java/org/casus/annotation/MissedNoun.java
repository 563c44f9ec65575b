package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.Set;

/** Finds the subject that the tagger takes for an adjective: "Chad's military seized the port." */
final class MissedNoun {
    /** Who acts, and adjectives too. */
    private static final Set<String> WORDS = Set.of("executive", "military", "paramilitary");

    private MissedNoun() {}

    static void mend(List<CoreLabel> labels) {
        for (int i = 1; i + 1 < labels.size(); i++) {
            CoreLabel label = labels.get(i);
            if (WORDS.contains(label.word())
                    && label.tag().equals("JJ")
                    && labels.get(i - 1).tag().matches("POS|DT|PRP\\$|JJ|NNP")
                    && labels.get(i + 1).tag().matches("VB[DZP]|MD")) {
                label.setTag("NN");
            }
        }
    }
}
