package org.casus.extraction;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has the word in a transcript: from somebody's name or office and a colon to the next, or to the end of the
 * paragraph. Of labels that may be no person's, only those that come again are taken; and fewer than two paragraphs
 * that begin with one are no transcript.
 */
final class Turns {
    private static final int FEWEST = 2;

    /**
     * What stands before the colon.
     *
     * @param head token of the sentence
     */
    record Label(int sentence, int head, String words, boolean person) {}

    private final Map<Integer, Label> labels = new HashMap<>();
    private final Paragraphs paragraphs;

    /** @param found by sentence */
    Turns(Paragraphs paragraphs, Map<Integer, Label> found) {
        this.paragraphs = paragraphs;
        Multiset<String> words = HashMultiset.create();
        found.values().forEach(label -> words.add(label.words()));
        found.forEach((sentence, label) -> {
            if (label.person() || words.count(label.words()) > 1) {
                labels.put(sentence, label);
            }
        });
        if (labels.keySet().stream().filter(paragraphs::begins).count() < FEWEST) {
            labels.clear();
        }
    }

    /** The label of the turn to which a sentence belongs. */
    Optional<Label> at(int sentence) {
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        int first = sentence;
        while (!labels.containsKey(first) && !paragraphs.begins(first)) {
            first--;
        }
        return Optional.ofNullable(labels.get(first));
    }
}
