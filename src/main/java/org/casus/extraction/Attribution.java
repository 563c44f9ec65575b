package org.casus.extraction;

import org.jspecify.annotations.Nullable;

/**
 * On whose word: one voice in the chain from the speaker outward.
 *
 * @param mention the words in the article; null for a publisher that only the article's metadata names
 * @param capacity in which the voice speaks, such as "foreign policy adviser"
 */
public record Attribution(
        Role role,
        @Nullable Mention mention,
        String text,
        @Nullable String capacity) {
    public enum Role {
        SPEAKER,
        AGENCY,
        PUBLISHER
    }
}
