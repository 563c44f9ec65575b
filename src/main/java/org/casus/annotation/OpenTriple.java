package org.casus.annotation;

import org.casus.article.Span;

/**
 * A triple of CoreNLP's OpenIE: words of a sentence, tied to no vocabulary.
 *
 * @param sentence the span of its sentence in the article
 * @param confidence CoreNLP's own, from 0 to 1
 */
public record OpenTriple(String subject, String relation, String object, Span sentence, double confidence) {
    int length() {
        return subject.length() + relation.length() + object.length();
    }
}
