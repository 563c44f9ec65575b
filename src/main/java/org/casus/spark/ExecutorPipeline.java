package org.casus.spark;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;
import org.casus.article.Article;
import org.casus.graph.ArticleGraph;
import org.casus.pipeline.Pipeline;

/** The one pipeline of an executor: its tasks come and go, and share the models that the first of them loads. */
final class ExecutorPipeline {
    private static final Supplier<Pipeline> PIPELINE = Suppliers.memoize(Pipeline::new);

    private ExecutorPipeline() {}

    static ArticleGraph run(Article article) {
        return PIPELINE.get().run(article);
    }
}
