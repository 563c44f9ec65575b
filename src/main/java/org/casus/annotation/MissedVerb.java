package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;

/**
 * Finds the verb of a sentence that the tagger has left without one: "Chad borders Libya." It takes such a verb between
 * two names for a plural noun.
 */
final class MissedVerb {
    private MissedVerb() {}

    static void mend(List<CoreLabel> labels) {
        boolean whole = labels.get(labels.size() - 1).word().equals(".");
        if (!whole || labels.stream().anyMatch(label -> label.tag().matches("VB.*|MD"))) {
            return;
        }
        for (int i = 1; i + 1 < labels.size(); i++) {
            if (isBetweenNouns(labels, i)) {
                labels.get(i).setTag("VBZ");
                return;
            }
        }
    }

    private static boolean isBetweenNouns(List<CoreLabel> labels, int i) {
        CoreLabel label = labels.get(i);
        return label.tag().equals("NNS")
                && Character.isLowerCase(label.word().charAt(0))
                && labels.get(i - 1).tag().matches("NNP|NN")
                && labels.get(i + 1).tag().matches("NNP|NNPS|NNS|DT|PRP\\$?");
    }
}
