package org.casus.extraction;

import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * A noun phrase that names or describes an actor or a place; one place in a text, not the thing it stands for.
 *
 * @param sentence index of its sentence
 * @param head index of its head token in the sentence
 * @param span the whole noun phrase, without relative clauses
 * @param name the proper name at its head, if there is one: the surface form to link
 * @param kind what the phrase is, by its name's tag or its head noun
 * @param sector PLOVER sector that its nouns tell, such as GOV or MIL
 * @param antecedent what a pronoun or short name stands for
 * @param owner whose it is, where a pronoun says so: of whom "its" speaks in "its troops"
 */
public record Mention(
        int sentence,
        int head,
        Span span,
        String text,
        @Nullable Span name,
        Kind kind,
        @Nullable String sector,
        @Nullable Mention antecedent,
        @Nullable Mention owner) {
    public enum Kind {
        PERSON,
        ORGANISATION,
        PLACE,
        /** People without a name of their own: gunmen, protesters, the leadership. */
        GROUP,
        /** A people or the population of a place: ethnic Armenians, Kurds. */
        POPULATION,
        PRONOUN,
        OTHER
    }

    /** What the phrase stands for: itself, or the end of its chain of antecedents. */
    public Mention resolved() {
        return antecedent == null ? this : antecedent.resolved();
    }
}
