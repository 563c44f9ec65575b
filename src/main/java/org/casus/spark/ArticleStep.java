package org.casus.spark;

import java.io.Serializable;
import org.casus.article.Article;
import org.casus.graph.ArticleGraph;

/** What is done to each article on an executor; it travels there. */
interface ArticleStep extends Serializable {
    ArticleGraph run(Article article);
}
