package org.casus.annotation;

import org.casus.article.Span;

/**
 * One token of a sentence.
 *
 * @param index its place in the sentence, from 0
 * @param span its place in the article's text
 * @param pos Penn Treebank tag
 */
public record Token(int index, Span span, String text, String lemma, String pos) {
    public boolean isVerb() {
        return pos.startsWith("VB");
    }

    public boolean isNoun() {
        return pos.startsWith("NN");
    }

    public boolean isProper() {
        return pos.startsWith("NNP");
    }

    public boolean isPersonalPronoun() {
        return pos.equals("PRP") || pos.equals("PRP$");
    }
}
