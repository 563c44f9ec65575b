package org.casus.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.casus.article.Article;
import org.casus.graph.ArticleGraph;
import org.casus.pipeline.Pipeline;

/** The one pipeline of an executor: its tasks come and go, and share the models that the first of them loads. */
final class ExecutorPipeline {
    /** One, but where a process runs several jobs. */
    private static final Map<SentSettings, Pipeline> PIPELINES = new ConcurrentHashMap<>();

    private ExecutorPipeline() {}

    static ArticleGraph run(SentSettings settings, Article article) {
        return PIPELINES
                .computeIfAbsent(settings, sent -> sent.here().pipeline().get())
                .run(article);
    }
}
