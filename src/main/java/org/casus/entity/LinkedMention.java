package org.casus.entity;

import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/**
 * A mention with what it stands for.
 *
 * @param entity what the mention is about; null where the words name nothing of their own (a pronoun without
 *     antecedent)
 * @param code country and sector in the role that the mention has here
 * @param score of the link, 0 to 1; 0 for NIL
 * @param reason what speaks for the link; null for NIL
 * @param countryBasis where the code's country was found
 */
public record LinkedMention(
        Mention mention,
        @Nullable Entity entity,
        ActorCode code,
        double score,
        @Nullable LinkReason reason,
        CountryBasis countryBasis) {
    /** Where the country of a party was found. */
    public enum CountryBasis {
        /** The words of the phrase itself, or what is known of the one it names; also where there is no country. */
        OWN,
        /** The place of the event that it is a party to. */
        EVENT,
        /** A place in the same sentence, which speaks of no other country. */
        SENTENCE,
        /** The country that the whole article speaks of. */
        ARTICLE
    }

    public LinkedMention(Mention mention, @Nullable Entity entity, ActorCode code, double score) {
        this(mention, entity, code, score, null);
    }

    LinkedMention(Mention mention, @Nullable Entity entity, ActorCode code, double score, @Nullable LinkReason reason) {
        this(mention, entity, code, score, reason, CountryBasis.OWN);
    }
}
