package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.Set;

/** Finds the subject that the tagger takes for an adjective, "Chad's military seized the port", or a verb. */
final class MissedNoun {
    /** Who acts, and adjectives too. */
    private static final Set<String> WORDS = Set.of("executive", "military", "paramilitary", "general");

    /** Verbs that news does without: "a drone attack". */
    private static final Set<String> NO_VERBS = Set.of("drone", "drones");

    /** What stands behind a noun: "the general, who led it". */
    private static final String BEHIND = "VB[DZP]|MD|,|[.]|IN|TO|WP";

    private MissedNoun() {}

    static void mend(List<CoreLabel> labels) {
        if (isFighting(labels)) {
            labels.get(0).setTag("NN");
        }
        for (int i = 1; i + 1 < labels.size(); i++) {
            CoreLabel label = labels.get(i);
            if (isBetweenNameAndVerb(labels, i)) {
                label.setTag("NN");
                labels.get(i + 1).setTag("VBD");
            }
            if (NO_VERBS.contains(label.word()) && label.tag().startsWith("VB")) {
                label.setTag(label.word().endsWith("s") ? "NNS" : "NN");
            }
            if (isOfNames(labels, i)) {
                label.setTag("NNS");
            }
            if (WORDS.contains(label.word())
                    && label.tag().equals("JJ")
                    && labels.get(i - 1).tag().matches("POS|DT|PRP\\$|JJ|NNP")
                    && labels.get(i + 1).tag().matches(BEHIND)
                    && !isSeries(labels, i + 1)) {
                label.setTag("NN");
            }
        }
    }

    /** "In Lagos, Ogun and Osun states." */
    private static boolean isOfNames(List<CoreLabel> labels, int i) {
        return labels.get(i).word().matches("states|provinces|counties")
                && labels.get(i).tag().equals("VBZ")
                && labels.get(i - 1).tag().equals("NNP")
                && labels.get(i + 1).tag().matches("[,.:]|CC");
    }

    /** "Its military, economic and political support". */
    private static boolean isSeries(List<CoreLabel> labels, int comma) {
        return labels.get(comma).tag().equals(",")
                && comma + 1 < labels.size()
                && labels.get(comma + 1).tag().startsWith("JJ");
    }

    /** "Fighting in the hills left ten dead"; but "Fighting in the hills, he lost an arm". */
    private static boolean isFighting(List<CoreLabel> labels) {
        return labels.size() > 1
                && labels.get(0).word().equals("Fighting")
                && labels.get(1).word().matches("in|between|near|around|across")
                && labels.stream()
                        .filter(label -> label.tag().matches("VB[DZP]|MD|,"))
                        .findFirst()
                        .filter(label -> !label.tag().equals(","))
                        .isPresent();
    }

    /** "A US drone killed three": no verb stands before another. */
    private static boolean isBetweenNameAndVerb(List<CoreLabel> labels, int i) {
        return i > 1
                && i + 2 < labels.size()
                && labels.get(i).tag().equals("VB")
                && labels.get(i - 1).tag().equals("NNP")
                && labels.get(i - 2).tag().equals("DT")
                && labels.get(i + 1).tag().matches("VB[DN]")
                && labels.get(i + 2).tag().matches("DT|CD|JJ|NN.*|PRP\\$?");
    }
}
