package org.casus.annotation;

import java.util.List;
import org.casus.article.Article;

/** An article with its sentences, and what its pronouns stand for. */
public record AnnotatedArticle(Article article, List<Sentence> sentences, List<Coreference> coreferences) {
    public AnnotatedArticle {
        sentences = List.copyOf(sentences);
        coreferences = List.copyOf(coreferences);
    }
}
