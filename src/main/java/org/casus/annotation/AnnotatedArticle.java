package org.casus.annotation;

import java.util.List;
import org.casus.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * An article with its sentences, and what its pronouns stand for.
 *
 * @param openTriples null where nobody asked for them
 */
public record AnnotatedArticle(
        Article article,
        List<Sentence> sentences,
        List<Coreference> coreferences,
        @Nullable List<OpenTriple> openTriples) {
    public AnnotatedArticle {
        sentences = List.copyOf(sentences);
        coreferences = List.copyOf(coreferences);
        openTriples = openTriples == null ? null : List.copyOf(openTriples);
    }

    /** Without triples of OpenIE. */
    public AnnotatedArticle(Article article, List<Sentence> sentences, List<Coreference> coreferences) {
        this(article, sentences, coreferences, null);
    }
}
