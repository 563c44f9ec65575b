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
 */
record Cue(
        int token,
        Statement.Kind kind,
        boolean clausal,
        @Nullable Integer source,
        BitSet content) {
    boolean covers(int i) {
        return content.get(i);
    }
}
