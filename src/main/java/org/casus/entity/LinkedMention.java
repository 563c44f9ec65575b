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
 */
public record LinkedMention(Mention mention, @Nullable Entity entity, ActorCode code, double score) {}
