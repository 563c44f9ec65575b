package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.Set;

/**
 * Tells the participle from the past where the tagger mistakes one for the other: "The men charged with it fled.",
 * "Mali, whose army rules, expelled troops."
 */
final class MissedParticiple {
    private static final Set<String> PARTICIPLES = WordList.read("participles.txt");
    private static final int LONGEST = 12;

    private MissedParticiple() {}

    static void mend(List<CoreLabel> labels) {
        pastBehindClause(labels);
        pastBehindParticiple(labels);
        for (int i = 1; i + 2 < labels.size(); i++) {
            if (isPastOfRelative(labels, i)) {
                labels.get(i).setTag("VBD");
            }
            boolean alone = labels.get(i).tag().equals("VBD")
                    && PARTICIPLES.contains(labels.get(i).word())
                    && labels.get(i - 1).tag().startsWith("NN")
                    && labels.get(i + 1).tag().matches("IN|TO")
                    && !labels.get(i + 1).word().matches("about|around|over|under|up")
                    && !labels.get(i + 2).word().matches("least|most");
            if ((alone && isBeforeVerb(labels, i)) || isWanted(labels, i)) {
                labels.get(i).setTag("VBN");
            }
        }
    }

    /** "Issued a warrant for two men sought in Lima". */
    private static boolean isWanted(List<CoreLabel> labels, int i) {
        return labels.get(i).word().matches("sought|wanted")
                && labels.get(i).tag().equals("VBD")
                && labels.get(i - 1).tag().startsWith("NN")
                && labels.get(i + 1).word().matches("in|by|for|over|on")
                && !labels.get(i + 2).word().equals("vain")
                && labels.subList(0, i).stream().anyMatch(label -> label.tag().matches("VB[DZPN]"));
    }

    /** "Mali, whose army rules, expelled troops": the verb behind what is set apart, where none stands before it. */
    private static void pastBehindClause(List<CoreLabel> labels) {
        int comma = first(labels, 0, ",");
        boolean apart = comma > 0
                && comma + 1 < labels.size()
                && labels.get(comma + 1).tag().matches("WDT|WP\\$?|VB[GN]")
                && labels.subList(0, comma).stream()
                        .noneMatch(label -> label.tag().matches("VB.*|MD|IN"));
        int end = apart ? first(labels, comma + 1, ",") : labels.size();
        if (end + 2 < labels.size()
                && labels.get(end + 1).tag().equals("VBN")
                && labels.get(end + 2).tag().matches("DT|JJ|CD|NN.*|PRP\\$|VBG")) {
            labels.get(end + 1).setTag("VBD");
        }
    }

    /** "Troops backed by tanks stormed the palace": the last of two participles, where nothing else is finite. */
    private static void pastBehindParticiple(List<CoreLabel> labels) {
        if (labels.stream().anyMatch(label -> label.tag().matches("VB[DZP]|MD"))) {
            return;
        }
        int backed = first(labels, 0, "VBN");
        int stormed = first(labels, backed + 1, "VBN");
        boolean reduced = backed > 0
                && stormed + 2 < labels.size()
                && labels.get(backed - 1).tag().startsWith("NN")
                && labels.get(backed + 1).word().matches("by|in|with|from")
                && labels.subList(0, stormed).stream()
                        .noneMatch(label -> label.tag().matches(",|:|CC|W.*"));
        if (reduced
                && labels.get(stormed - 1).tag().startsWith("NN")
                && labels.get(stormed + 1).tag().matches("DT|JJ|CD|NN.*|PRP\\$")) {
            labels.get(stormed).setTag("VBD");
        }
    }

    private static int first(List<CoreLabel> labels, int from, String tag) {
        int i = from;
        while (i < labels.size() && !labels.get(i).tag().equals(tag)) {
            i++;
        }
        return i;
    }

    /** "It was Chad that armed the rebels". */
    private static boolean isPastOfRelative(List<CoreLabel> labels, int i) {
        return labels.get(i - 1).word().matches("that|which|who")
                && labels.get(i).tag().matches("VBN|JJ")
                && labels.get(i).word().endsWith("ed")
                && labels.get(i + 1).tag().matches("DT|PRP\\$?|NNP.*|CD");
    }

    /** Nothing that begins a clause stands between it and the verb. */
    private static boolean isBeforeVerb(List<CoreLabel> labels, int participle) {
        for (int i = participle + 1; i < Math.min(labels.size(), participle + LONGEST); i++) {
            if (labels.get(i).tag().matches("VBD|MD")) {
                return labels.get(i - 1).tag().matches("NN.*|CD");
            }
            if (labels.get(i).tag().matches("VB[ZPN]|,|:|CC|W.*")
                    || labels.get(i).word().matches("that|after|before|when|while|as|since|because|until|if")) {
                return false;
            }
        }
        return false;
    }
}
