package org.casus.pipeline;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.Annotator;
import org.casus.article.Article;
import org.casus.classification.Classifier;
import org.casus.entity.EntityLinker;
import org.casus.entity.LinkedArticle;
import org.casus.extraction.Extraction;
import org.casus.extraction.Extractor;
import org.casus.graph.ArticleGraph;
import org.casus.graph.GraphMapper;
import org.jspecify.annotations.Nullable;

/** Article -> graph: one article up the whole staircase. Threads may share it. Start reading here. */
public final class Pipeline {
    private final Annotator annotator;
    private final Extractor extractor;
    private final EntityLinker linker;
    private final @Nullable Classifier classifier;
    private final GraphMapper mapper = new GraphMapper();
    private final LongAdder tokens = new LongAdder();
    private final Map<Floor, LongAdder> nanos = new EnumMap<>(Floor.class);

    /** With models of its own, which take some seconds to load. */
    public Pipeline() {
        this(new Annotator(), new Extractor(new Classifier(), List.of()));
    }

    /** With the gazetteer that ships. */
    public Pipeline(Annotator annotator, Extractor extractor) {
        this(annotator, extractor, new EntityLinker());
    }

    public Pipeline(Annotator annotator, Extractor extractor, EntityLinker linker) {
        this(annotator, extractor, linker, null);
    }

    Pipeline(Annotator annotator, Extractor extractor, EntityLinker linker, @Nullable Classifier classifier) {
        this.classifier = classifier;
        this.annotator = annotator;
        this.extractor = extractor;
        this.linker = linker;
        for (Floor floor : EnumSet.range(Floor.ANNOTATION, Floor.GRAPH)) {
            nanos.put(floor, new LongAdder());
        }
    }

    public ArticleGraph run(Article article) {
        return map(read(article));
    }

    /** The same, with the models asked for what is not kept. */
    ArticleGraph run(Article article, KeptAnnotations kept) {
        return map(read(article, kept::annotate));
    }

    /** What an article says, and of whom, without a graph. */
    public LinkedArticle read(Article article) {
        return read(article, Annotator::annotate);
    }

    private LinkedArticle read(Article article, BiFunction<Annotator, Article, AnnotatedArticle> annotate) {
        AnnotatedArticle annotated = timed(Floor.ANNOTATION, () -> annotate.apply(annotator, article));
        tokens.add(annotated.sentences().stream()
                .mapToInt(sentence -> sentence.tokens().size())
                .sum());
        Extraction extraction = timed(Floor.EXTRACTION, () -> extractor.extract(annotated));
        return timed(Floor.ENTITY, () -> linker.link(extraction));
    }

    public ArticleGraph map(LinkedArticle linked) {
        return timed(Floor.GRAPH, () -> mapper.map(linked));
    }

    /** Nanoseconds that each floor has taken so far, summed over all threads. */
    public Map<Floor, Long> nanos() {
        Map<Floor, Long> sums = new EnumMap<>(Floor.class);
        nanos.forEach((floor, sum) -> sums.put(floor, sum.sum()));
        return sums;
    }

    /** How many tokens have been read so far. */
    public long tokens() {
        return tokens.sum();
    }

    /** The annotator, whose own steps can be timed. */
    public Annotator annotator() {
        return annotator;
    }

    /** The classifier, which remembers what it has judged; null where the settings leave it out. */
    public @Nullable Classifier classifier() {
        return classifier;
    }

    private <T> T timed(Floor floor, Supplier<T> step) {
        long start = System.nanoTime();
        T result = step.get();
        timer(floor).add(System.nanoTime() - start);
        return result;
    }

    private LongAdder timer(Floor floor) {
        return nanos.getOrDefault(floor, new LongAdder());
    }
}
