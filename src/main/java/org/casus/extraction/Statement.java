package org.casus.extraction;

import java.util.List;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands on somebody's word: who says, thinks, intends or judges what.
 *
 * @param id unique in its article, such as {@code s3}
 * @param attribution the voices from the speaker outward; without a speaker where the text names none ("is believed")
 * @param cue the word that says so, such as "said"; null for a quotation that goes on
 * @param quoted true where most of the content stands in quotation marks
 * @param content what is said; with a cue that announces it ("He went on:") in the sentence after
 * @param sentence index of the sentence of the cue; without a cue, of the content
 */
public record Statement(
        String id,
        Kind kind,
        List<Attribution> attribution,
        @Nullable Span cue,
        boolean quoted,
        Span content,
        int sentence) {
    public Statement {
        attribution = List.copyOf(attribution);
    }

    /** How somebody stands behind it. */
    public enum Kind {
        SAY,
        THINK,
        INTEND,
        /** Speaks for or against it: praises, condemns, supports. */
        JUDGE
    }
}
