package org.casus.pipeline;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.AnnotationBytes;
import org.casus.annotation.Annotator;
import org.casus.article.Article;
import org.casus.graph.GraphMapper;
import org.casus.store.EventStore;

/**
 * Article -> annotated article: as it is kept beside the store, else by the models, and kept. What is kept is found by
 * all that annotation depends on, so that one made otherwise is not found. Threads may share it.
 */
final class KeptAnnotations {
    private static final String ANNOTATION = GraphMapper.fingerprint("annotation");

    private final EventStore store;
    private final boolean afresh;
    private final LongAdder reused = new LongAdder();
    private final LongAdder damaged = new LongAdder();

    /** @param afresh true to run the models whatever is kept */
    KeptAnnotations(EventStore store, boolean afresh) {
        this.store = store;
        this.afresh = afresh;
    }

    AnnotatedArticle annotate(Annotator annotator, Article article) {
        String key = key(annotator, article);
        return kept(key, article).orElseGet(() -> {
            AnnotatedArticle annotated = annotator.annotate(article);
            store.keepAnnotation(article.id(), key, AnnotationBytes.write(annotated));
            return annotated;
        });
    }

    private Optional<AnnotatedArticle> kept(String key, Article article) {
        Optional<byte[]> bytes = afresh ? Optional.empty() : store.annotation(key);
        Optional<AnnotatedArticle> annotated = bytes.flatMap(some -> AnnotationBytes.read(article, some));
        if (annotated.isPresent()) {
            reused.increment();
        } else if (bytes.isPresent()) {
            damaged.increment();
        }
        return annotated;
    }

    static String key(Annotator annotator, Article article) {
        Hasher hasher = Hashing.murmur3_128().newHasher();
        Stream.of(ANNOTATION, annotator.version(), String.valueOf(article.date()), article.text())
                .forEach(part -> hasher.putInt(part.length()).putUnencodedChars(part));
        return hasher.hash().toString();
    }

    /** How many articles were not annotated again. */
    long reused() {
        return reused.sum();
    }

    /** How many were, because what was kept of them could not be read. */
    long damaged() {
        return damaged.sum();
    }
}
