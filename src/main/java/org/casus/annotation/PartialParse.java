package org.casus.annotation;

import java.util.Arrays;

/**
 * A configuration of the arc-standard system (Nivre 2004): a stack, a buffer and the arcs so far. Place 0 is the root
 * above the sentence, 1 its first word; the place after its last word stands for whatever is not there.
 */
final class PartialParse {
    /** Places that the next transition is chosen by; the first {@link #UNLABELLED} have no label worth a look. */
    static final int PLACES = 18;

    static final int UNLABELLED = 6;

    /** Symbols that the next transition is chosen by: words, tags and labels. */
    static final int FEATURES = 3 * PLACES - UNLABELLED;

    private final int[] words;
    private final int[] tags;
    private final int absent;
    private final int[] labels;
    private final int[] governors;
    private final int[] leftmost;
    private final int[] nextLeftmost;
    private final int[] rightmost;
    private final int[] nextRightmost;
    private final int[] stack;
    private int depth = 1;
    private int next = 1;

    /**
     * All words in the buffer, the root on the stack.
     *
     * @param words symbols by place, from the root to what is absent
     * @param tags symbols by place as well
     * @param noLabel symbol of the label of what is absent
     */
    PartialParse(int[] words, int[] tags, int noLabel) {
        this.words = words;
        this.tags = tags;
        absent = words.length - 1;
        labels = filled(noLabel);
        governors = new int[words.length];
        leftmost = filled(absent);
        nextLeftmost = filled(absent);
        rightmost = filled(absent);
        nextRightmost = filled(absent);
        stack = new int[words.length];
    }

    private int[] filled(int value) {
        int[] places = new int[words.length];
        Arrays.fill(places, value);
        return places;
    }

    /** Words on the stack, the root not counted. */
    int wordsOnStack() {
        return depth - 1;
    }

    boolean canShift() {
        return next < absent;
    }

    void shift() {
        stack[depth] = next;
        depth++;
        next++;
    }

    /** Puts the second word of the stack below the first, on its left. */
    void leftArc(int label) {
        int governor = onStack(0);
        int dependent = onStack(1);
        attach(dependent, governor, label);
        // In this system a word gets its dependents from the inside out, so the latest is the outermost.
        nextLeftmost[governor] = leftmost[governor];
        leftmost[governor] = dependent;
        depth--;
        stack[depth - 1] = governor;
    }

    /** Puts the first word of the stack below the second, or below the root, on its right. */
    void rightArc(int label) {
        int governor = onStack(1);
        int dependent = onStack(0);
        attach(dependent, governor, label);
        nextRightmost[governor] = rightmost[governor];
        rightmost[governor] = dependent;
        depth--;
    }

    private void attach(int dependent, int governor, int label) {
        governors[dependent] = governor;
        labels[dependent] = label;
    }

    int governor(int place) {
        return governors[place];
    }

    int label(int place) {
        return labels[place];
    }

    /**
     * What Chen and Manning (2014, section 3.1) choose by: three words of the stack, three of the buffer, and of the
     * first two of the stack the outer dependents, the next ones, and the outer dependents of the outer ones.
     */
    int[] features() {
        int[] places = new int[PLACES];
        for (int i = 0; i < 3; i++) {
            places[i] = onStack(2 - i);
            places[3 + i] = Math.min(next + i, absent);
        }
        int at = UNLABELLED;
        for (int i = 0; i < 2; i++) {
            int word = onStack(i);
            places[at++] = leftmost[word];
            places[at++] = rightmost[word];
            places[at++] = nextLeftmost[word];
            places[at++] = nextRightmost[word];
            places[at++] = leftmost[leftmost[word]];
            places[at++] = rightmost[rightmost[word]];
        }
        return symbols(places);
    }

    private int[] symbols(int[] places) {
        int[] symbols = new int[FEATURES];
        for (int i = 0; i < PLACES; i++) {
            symbols[i] = words[places[i]];
            symbols[PLACES + i] = tags[places[i]];
            if (i >= UNLABELLED) {
                symbols[2 * PLACES + i - UNLABELLED] = labels[places[i]];
            }
        }
        return symbols;
    }

    private int onStack(int fromTop) {
        return fromTop < depth ? stack[depth - 1 - fromTop] : absent;
    }
}
