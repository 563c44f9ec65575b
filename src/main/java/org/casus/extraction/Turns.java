package org.casus.extraction;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has the word in a transcript: a paragraph that begins with somebody's name or office and a colon is theirs to its
 * end. Of names that may be no person's, only those that come again are taken; one paragraph alone is no transcript.
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

    /** @param labels by sentence */
    Turns(Paragraphs paragraphs, Map<Integer, Label> labels) {
        this.paragraphs = paragraphs;
        Multiset<String> words = HashMultiset.create();
        labels.values().forEach(label -> words.add(label.words()));
        labels.forEach((sentence, label) -> {
            if (paragraphs.begins(sentence) && (label.person() || words.count(label.words()) > 1)) {
                this.labels.put(sentence, label);
            }
        });
        if (this.labels.size() < FEWEST) {
            this.labels.clear();
        }
    }

    /** The label of the turn to which a sentence belongs. */
    Optional<Label> at(int sentence) {
        int first = sentence;
        while (!paragraphs.begins(first)) {
            first--;
        }
        return Optional.ofNullable(labels.get(first));
    }
}
