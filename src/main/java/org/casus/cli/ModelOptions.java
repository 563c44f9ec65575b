package org.casus.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.casus.annotation.Annotator;
import org.casus.classification.Classifier;
import org.casus.entity.EntityLinker;
import org.casus.extraction.Extractor;
import org.casus.pipeline.Pipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What articles are read with. */
final class ModelOptions {
    @Option(
            names = "--no-classifier",
            description = "Tell events by the table of predicates alone: faster, with more false events.")
    private boolean noClassifier;

    @Option(
            names = "--predicates",
            paramLabel = "FILE",
            description = "A table of predicates of your own, whose rows go before ours. May be given again.")
    private List<Path> predicates = List.of();

    @Mixin
    private GazetteerOption gazetteer = new GazetteerOption();

    private @Nullable Classifier classifier;

    /**
     * Loads the models when it is asked; the user's tables are read at once.
     *
     * @throws IllegalArgumentException naming file and line of a row that is wrong
     */
    Supplier<Pipeline> pipeline() {
        Extractor table = new Extractor(null, predicates);
        EntityLinker linker = new EntityLinker(gazetteer.toRead());
        return () -> {
            if (noClassifier) {
                return new Pipeline(new Annotator(), table, linker);
            }
            classifier = new Classifier();
            return new Pipeline(new Annotator(), new Extractor(classifier, predicates), linker);
        };
    }

    /** The one that the pipeline uses, if it has been loaded. */
    @Nullable
    Classifier classifier() {
        return classifier;
    }
}
