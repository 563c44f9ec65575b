package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the noun with which a sentence begins and which the tagger has taken for a name or a verb, as it has a capital
 * letter: "Missiles hit the port", "Strikes on Kharkiv went on".
 */
final class FirstPlural {
    private static final Set<String> PLURALS = WordList.read("plurals.txt");

    private FirstPlural() {}

    static void mend(List<CoreLabel> labels) {
        int first = 0;
        while (first + 1 < labels.size()
                && !Character.isLetter(labels.get(first).word().codePointAt(0))) {
            first++;
        }
        CoreLabel label = labels.get(first);
        boolean named = first + 1 < labels.size() && labels.get(first + 1).tag().startsWith("NNP");
        if (!named
                && label.tag().matches("NNPS?|VBZ")
                && PLURALS.contains(label.word().toLowerCase(Locale.ROOT))) {
            label.setTag("NNS");
        }
    }
}
