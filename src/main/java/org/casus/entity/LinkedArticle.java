package org.casus.entity;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.casus.extraction.Extraction;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** What one article says, and whom and what it speaks of: each mention of the extraction with its entity. */
public record LinkedArticle(Extraction extraction, Map<Mention, LinkedMention> mentions) {
    public LinkedArticle {
        mentions = ImmutableMap.copyOf(mentions);
    }

    /** The link of a mention; empty for null. */
    public Optional<LinkedMention> link(@Nullable Mention mention) {
        return mention == null ? Optional.empty() : Optional.ofNullable(mentions.get(mention));
    }

    /** The entity of a mention in the role of a party, place or voice; empty for null and for what cannot be one. */
    public Optional<Entity> inRole(@Nullable Mention mention) {
        return link(mention)
                .map(LinkedMention::entity)
                .filter(entity -> entity.type().fillsRoles());
    }
}
