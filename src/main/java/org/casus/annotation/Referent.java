package org.casus.annotation;

import org.casus.article.Span;

/**
 * A noun phrase or name that a later pronoun may stand for; a resolved pronoun is one again, with the key and the
 * antecedent of what it stands for.
 *
 * @param key the same for all mentions of one entity
 * @param head index of its head in {@code sentence}
 * @param begin index of its first token
 * @param antecedentSentence index of the sentence that holds {@code antecedent}
 */
record Referent(
        String key,
        int sentence,
        int begin,
        int head,
        Nouns.Kind kind,
        Gender gender,
        boolean plural,
        boolean named,
        int antecedentSentence,
        Span antecedent) {
    /** The place of a pronoun that stands for this. */
    Referent at(int otherSentence, int token, Gender known) {
        return new Referent(
                key,
                otherSentence,
                token,
                token,
                kind,
                gender == Gender.UNKNOWN ? known : gender,
                plural,
                named,
                antecedentSentence,
                antecedent);
    }
}
