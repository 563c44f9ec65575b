package org.casus.annotation;

import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The language models that an annotator runs.
 *
 * @param openTripleReader null where nobody asked for OpenIE
 */
record Models(
        Tagger tagger,
        NameFinder nameFinder,
        DependencyParse dependencyParse,
        TimeFinder timeFinder,
        @Nullable OpenTripleReader openTripleReader) {
    /** Loads them side by side; takes some seconds. */
    static Models load(boolean openTriples) {
        RedwoodConfiguration.slf4j().apply();
        CompletableFuture<NameFinder> names = CompletableFuture.supplyAsync(NameFinder::load);
        CompletableFuture<Tagger> tags = CompletableFuture.supplyAsync(Tagger::load);
        CompletableFuture<TimeFinder> times = CompletableFuture.supplyAsync(TimeFinder::new);
        DependencyParse parse = DependencyParse.load();
        return new Models(tags.join(), names.join(), parse, times.join(), openTriples ? OpenTripleReader.load() : null);
    }
}
