package org.casus.cli;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
        return pipeline(Annotator::new);
    }

    /** The same with an annotator of its own. */
    Supplier<Pipeline> pipeline(Supplier<Annotator> annotator) {
        Extractor table = new Extractor(null, predicates);
        EntityLinker linker = new EntityLinker(gazetteer.toRead());
        return () -> {
            if (noClassifier) {
                return new Pipeline(annotator.get(), table, linker);
            }
            classifier = new Classifier();
            return new Pipeline(annotator.get(), new Extractor(classifier, predicates), linker);
        };
    }

    /** A hash of what the user tells the models, so that an article is read again when that has changed. */
    String settings() {
        Hasher hasher = Hashing.murmur3_128().newHasher().putBoolean(noClassifier);
        try (Stream<Path> own = Files.isDirectory(gazetteer.path()) ? Files.walk(gazetteer.path()) : Stream.of()) {
            for (Path file : Stream.concat(
                            predicates.stream(),
                            own.filter(Files::isRegularFile).sorted())
                    .toList()) {
                hasher.putString(file.toString(), StandardCharsets.UTF_8)
                        .putLong(Files.size(file))
                        .putLong(Files.getLastModifiedTime(file).toMillis());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hasher.hash().toString();
    }

    /** The one that the pipeline uses, if it has been loaded. */
    @Nullable
    Classifier classifier() {
        return classifier;
    }
}
