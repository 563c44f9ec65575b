package org.casus.annotation;

import java.util.Locale;
import java.util.Set;
import org.casus.article.Span;

/**
 * One token of a sentence.
 *
 * @param index its place in the sentence, from 0
 * @param span its place in the article's text
 * @param pos Penn Treebank tag
 */
public record Token(int index, Span span, String text, String lemma, String pos) {
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "me", "us", "my", "our");

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

    /** True for the words by which speakers mean themselves or their side. */
    public boolean isFirstPerson() {
        return isPersonalPronoun() && FIRST_PERSON.contains(text.toLowerCase(Locale.ROOT));
    }
}
