package org.casus.annotation;

import org.casus.article.Span;

/**
 * A pronoun, short name or title and what it stands for.
 *
 * @param sentence index of the sentence that holds {@code span}
 * @param antecedentSentence index of the sentence that holds {@code antecedent}
 */
public record Coreference(int sentence, Span span, int antecedentSentence, Span antecedent) {}
