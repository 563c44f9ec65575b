package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.Set;

/**
 * Finds the verb that the tagger has taken for a noun: between two names in "Chad borders Libya.", in headlines, and
 * behind "not only did Chad"; or, behind a hyphen, for a participle: "Pyongyang test-fired a missile".
 */
final class MissedVerb {
    private MissedVerb() {}

    private static final Set<String> HEADLINE = WordList.read("headline-verbs.txt");

    /** Of these verbs, the nouns that begin others: "Niger, Benin exchange deal", but "exchange prisoners". */
    private static final Set<String> COMPOUNDING = WordList.read("compounding-verbs.txt");

    /** What two give each other: "Israel, Syria trade fire", but "trade talks". */
    private static final Set<String> TRADED = WordList.read("traded.txt");

    static void mend(List<CoreLabel> labels) {
        for (int i = 1; i < labels.size(); i++) {
            inverted(labels, i);
            hyphenated(labels, i);
            if (i > 1
                    && labels.get(i).tag().equals("NNS")
                    && labels.get(i - 1).word().equals("longer")
                    && labels.get(i - 2).word().equals("no")
                    && (i == 2 || !labels.get(i - 3).tag().matches("VB.*|MD"))) {
                labels.get(i).setTag("VBZ");
            }
        }
        if (labels.stream().noneMatch(label -> label.tag().matches("VB.*|MD"))) {
            headline(labels);
        }
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

    /** "Not only did Riga attack the port": the noun behind an auxiliary and its subject. */
    private static void inverted(List<CoreLabel> labels, int auxiliary) {
        if (!labels.get(auxiliary).word().matches("did|does")
                || !labels.get(auxiliary - 1).tag().matches("RB|NN|NNS|NNP")) {
            return;
        }
        int i = auxiliary + 1;
        while (i < labels.size() && labels.get(i).tag().matches("DT|PRP\\$?|JJ|NN.*")) {
            boolean subject = i > auxiliary + 1
                    && !labels.get(i - 1).tag().matches("DT|PRP\\$|JJ")
                    && labels.get(i).tag().equals("NN");
            if (subject && i + 1 < labels.size() && labels.get(i + 1).tag().matches("DT|NNPS?|PRP\\$?|CD|JJ|NNS")) {
                labels.get(i).setTag("VB");
                return;
            }
            i++;
        }
    }

    /** A participle in front of a noun has no determiner behind it. What a hyphen joins to a verb is no party. */
    private static void hyphenated(List<CoreLabel> labels, int i) {
        boolean joined = i > 2
                && i + 1 < labels.size()
                && labels.get(i).tag().matches("VB[DN]")
                && labels.get(i - 1).tag().equals("HYPH")
                && labels.get(i - 2).tag().equals("NN");
        if (!joined || !isDeterminer(labels.get(i + 1))) {
            return;
        }
        if (labels.get(i - 3).tag().matches("NN.*|PRP")) {
            labels.get(i).setTag("VBD");
        }
        labels.get(i - 2).setTag("RB");
    }

    private static boolean isDeterminer(CoreLabel label) {
        return label.tag().matches("DT|PRP\\$")
                || (label.tag().equals("CD") && Character.isLetter(label.word().charAt(0)));
    }

    /** Behind two names that a comma joins. */
    private static void headline(List<CoreLabel> labels) {
        int i = 0;
        boolean joined = false;
        while (i < labels.size()
                && (isName(labels.get(i)) || (i > 0 && labels.get(i).word().equals(",")))) {
            joined |= !isName(labels.get(i));
            i++;
        }
        if (joined
                && i + 1 < labels.size()
                && isName(labels.get(i - 1))
                && (isTraded(labels, i) || (HEADLINE.contains(labels.get(i).word()) && !beginsCompound(labels, i)))) {
            labels.get(i).setTag("VBP");
        }
    }

    private static boolean beginsCompound(List<CoreLabel> labels, int i) {
        return COMPOUNDING.contains(labels.get(i).word())
                && labels.get(i + 1).tag().equals("NN");
    }

    /** "Exchange artillery fire". */
    private static boolean isTraded(List<CoreLabel> labels, int verb) {
        int last = verb;
        while (last + 1 < labels.size() && labels.get(last + 1).tag().matches("NNS?|JJ")) {
            last++;
        }
        return labels.get(verb).word().matches("trade|exchange")
                && TRADED.contains(labels.get(last).word());
    }

    private static boolean isName(CoreLabel label) {
        return label.tag().startsWith("NNP");
    }

    private static boolean isBetweenNouns(List<CoreLabel> labels, int i) {
        CoreLabel label = labels.get(i);
        return label.tag().equals("NNS")
                && Character.isLowerCase(label.word().charAt(0))
                && labels.get(i - 1).tag().matches("NNP|NN")
                && labels.get(i + 1).tag().matches("NNP|NNPS|NNS|DT|PRP\\$?");
    }
}
