package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;

/** Finds the subject that the tagger takes for an adjective: "Chad's military seized the port." */
final class MissedNoun {
    private MissedNoun() {}

    static void mend(List<CoreLabel> labels) {
        for (int i = 1; i + 1 < labels.size(); i++) {
            CoreLabel label = labels.get(i);
            if (label.word().equals("military")
                    && label.tag().equals("JJ")
                    && labels.get(i - 1).tag().matches("POS|DT|PRP\\$|JJ|NNP")
                    && labels.get(i + 1).tag().matches("VB[DZP]|MD")) {
                label.setTag("NN");
            }
        }
    }
}
