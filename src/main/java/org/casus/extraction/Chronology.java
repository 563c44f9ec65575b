package org.casus.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.annotation.Sentence;
import org.casus.annotation.TimeExpression;

/**
 * The times at the head of the entries of a timeline: "3 May 2023: Clashes break out." Such a time holds to the end of
 * the paragraph, and one with a line of its own until the next of its kind. One alone makes no timeline, nor does a
 * stamp of several lines: "2 hours ago", "15 March 2024".
 */
final class Chronology {
    private static final int FEWEST = 2;
    private static final Set<String> MARKS = Set.of(":", "-", "--", "–", "—");

    private final Map<Integer, TimeExpression> bySentence = new HashMap<>();

    Chronology(String text, List<Sentence> sentences) {
        Paragraphs paragraphs = new Paragraphs(text, sentences);
        int heads = 0;
        Optional<TimeExpression> heading = Optional.empty();
        Optional<TimeExpression> entry = Optional.empty();
        for (Sentence sentence : sentences) {
            if (paragraphs.begins(sentence.index())) {
                boolean stamp = isLine(sentence)
                        && sentence.index() + 1 < sentences.size()
                        && isLine(sentences.get(sentence.index() + 1));
                Optional<TimeExpression> head = stamp ? Optional.empty() : head(sentence);
                heads += head.isPresent() ? 1 : 0;
                if (head.filter(time -> isWhole(sentence, time)).isPresent()) {
                    heading = head;
                }
                entry = head.isPresent() ? head : heading;
            }
            entry.ifPresent(time -> bySentence.put(sentence.index(), time));
        }
        if (heads < FEWEST) {
            bySentence.clear();
        }
    }

    /** The time of the entry in which a sentence stands. */
    Optional<TimeExpression> at(Sentence sentence) {
        return Optional.ofNullable(bySentence.get(sentence.index()));
    }

    private static Optional<TimeExpression> head(Sentence sentence) {
        int first = 0;
        while (first + 1 < sentence.tokens().size()
                && !sentence.token(first).text().matches("[\\p{L}\\p{N}].*")) {
            first++;
        }
        int begin = first;
        return sentence.times().stream()
                .filter(time -> time.first() == begin && time.earliest() != null)
                .filter(time -> isWhole(sentence, time)
                        || MARKS.contains(sentence.token(time.end()).text()))
                .findFirst();
    }

    private static boolean isLine(Sentence sentence) {
        return head(sentence).filter(time -> isWhole(sentence, time)).isPresent();
    }

    private static boolean isWhole(Sentence sentence, TimeExpression time) {
        return time.end() == sentence.tokens().size();
    }
}
