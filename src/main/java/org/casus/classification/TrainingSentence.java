package org.casus.classification;

import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * One line of the training data: what the marked trigger of a sentence tells.
 *
 * @param lemma of the trigger, with its part of speech: {@code recall/v}
 * @param type an event type, or NONE
 * @param mode of the type, or null
 * @param place its file and line
 */
record TrainingSentence(String lemma, String type, @Nullable String mode, MarkedClause clause, String place) {
    static final String NONE = "NONE";

    private static final String MARKS = "[]{}*";

    /** What the classifier learns to say: the type, with its mode if it has one. */
    String label() {
        return mode == null ? type : type + "." + mode;
    }

    /**
     * Reads {@code lemma/pos, type, mode or -, sentence}, separated by tabs; in the sentence {@code [actor]},
     * {@code {target}} and {@code *trigger*}.
     *
     * @throws IllegalArgumentException naming the place where a line has another form
     */
    static TrainingSentence parse(String line, String place) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4 || !cells[0].matches("[^/]+/[avn]")) {
            throw new IllegalArgumentException(place + ": not lemma/pos, type, mode and sentence");
        }
        String mode = cells[2].equals("-") ? null : cells[2];
        if (!cells[1].matches("[A-Z]+") || (mode != null && (cells[1].equals(NONE) || !mode.matches("[a-z-]+")))) {
            throw new IllegalArgumentException(
                    "%s: not a type and its mode: %s %s".formatted(place, cells[1], cells[2]));
        }
        StringBuilder plain = new StringBuilder();
        int[] at = {-1, -1, -1, -1, -1, -1};
        for (char c : cells[3].toCharArray()) {
            int mark = MARKS.indexOf(c);
            if (mark < 0) {
                plain.append(c);
                continue;
            }
            int slot = mark < 4 ? mark : at[4] < 0 ? 4 : 5;
            if (at[slot] >= 0) {
                throw new IllegalArgumentException(place + ": marked twice with " + c);
            }
            at[slot] = plain.length();
        }
        Span trigger = span(at[4], at[5], place);
        if (trigger == null) {
            throw new IllegalArgumentException(place + ": no *trigger*");
        }
        MarkedClause clause =
                MarkedClause.of(plain.toString(), trigger, span(at[0], at[1], place), span(at[2], at[3], place));
        return new TrainingSentence(cells[0], cells[1], mode, clause, place);
    }

    private static @Nullable Span span(int begin, int end, String place) {
        if ((begin < 0) != (end < 0) || end < begin) {
            throw new IllegalArgumentException(place + ": a mark is not closed");
        }
        if (begin >= 0 && begin == end) {
            throw new IllegalArgumentException(place + ": nothing is marked");
        }
        return begin < 0 ? null : new Span(begin, end);
    }
}
