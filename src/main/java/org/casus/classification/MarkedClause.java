package org.casus.classification;

import org.casus.article.Span;
import org.casus.encoding.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A trigger in its clause, with the word ACTOR before who acts and TARGET before who is acted upon.
 *
 * @param passage the words about the trigger, which is its focus
 */
public record MarkedClause(Passage passage) {
    private static final int CHARACTERS_EACH_SIDE = 160;

    /** Marks the parties where they do not hold the trigger themselves. */
    public static MarkedClause of(String text, Span trigger, @Nullable Span actor, @Nullable Span target) {
        int begin = Math.max(0, trigger.begin() - CHARACTERS_EACH_SIDE);
        int end = Math.min(text.length(), trigger.end() + CHARACTERS_EACH_SIDE);
        begin = begin == 0 ? 0 : wordStart(text, begin, trigger.begin());
        end = end == text.length() ? end : wordEnd(text, end, trigger.end());
        StringBuilder marked = new StringBuilder();
        int focus = 0;
        for (int i = begin; i < end; i++) {
            if (actor != null && actor.begin() == i && !actor.overlaps(trigger)) {
                marked.append("ACTOR ");
            }
            if (target != null && target.begin() == i && !target.overlaps(trigger)) {
                marked.append("TARGET ");
            }
            if (i == trigger.begin()) {
                focus = marked.length();
            }
            char c = text.charAt(i);
            marked.append(Character.isWhitespace(c) ? ' ' : c);
        }
        int length = trigger.end() - trigger.begin();
        return new MarkedClause(new Passage(marked.toString(), new Span(focus, focus + length)));
    }

    private static int wordStart(String text, int from, int limit) {
        int i = from;
        while (i < limit && !Character.isWhitespace(text.charAt(i - 1))) {
            i++;
        }
        return i;
    }

    private static int wordEnd(String text, int from, int limit) {
        int i = from;
        while (i > limit && !Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i;
    }
}
