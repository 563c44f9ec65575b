package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.Set;

/**
 * Finds the subject that the tagger takes for an adjective, "Chad's military seized the port", or a verb; and what is
 * counted: "carried out two dozen air strikes".
 */
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
            mendCounted(labels, i);
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

    /**
     * Of several there is no singular: "three air strikes"; and a number has no infinitive: "two dozen drone strikes".
     */
    private static void mendCounted(List<CoreLabel> labels, int i) {
        if (!isSeveral(labels, i - 1)) {
            return;
        }
        CoreLabel next = labels.get(i + 1);
        if (labels.get(i).tag().equals("NN") && next.tag().equals("VBZ")) {
            next.setTag("NNS");
        } else if (labels.get(i).tag().equals("VB") && next.tag().equals("NNS")) {
            labels.get(i).setTag("NN");
        }
    }

    /** "Boeing 747", "May 5" and "a $3 million deal" count nothing. */
    private static boolean isSeveral(List<CoreLabel> labels, int i) {
        CoreLabel label = labels.get(i);
        boolean name = i > 0 && labels.get(i - 1).tag().matches("NNPS?|[$]|DT");
        boolean number =
                label.tag().equals("CD") && !label.word().matches("(?i)one|1|[12]\\d{3}|[mb]illion|trillion|.*[.,].*");
        return (number && !name) || label.word().matches("dozen|hundred|thousand|several|many|these|those");
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
