package org.casus.extraction;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A word of a sentence by which somebody says, thinks, intends or judges something.
 *
 * @param token the word
 * @param clausal true where what it governs stands on that word alone: not so of what is merely praised
 * @param source head of who does so; null where the sentence names nobody
 * @param content tokens of what is said; none where it stands in another sentence
 * @param cited head of whose words the source passes on; null where they are its own
 */
record Cue(
        int token,
        Statement.Kind kind,
        boolean clausal,
        @Nullable Integer source,
        BitSet content,
        @Nullable Integer cited) {
    /** Of words that are the source's own. */
    Cue(int token, Statement.Kind kind, boolean clausal, @Nullable Integer source, BitSet content) {
        this(token, kind, clausal, source, content, null);
    }

    boolean covers(int i) {
        return content.get(i);
    }
}
