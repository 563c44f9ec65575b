package org.casus.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.casus.annotation.Annotator;
import org.casus.classification.Classifier;
import org.casus.entity.EntityLinker;
import org.casus.entity.GazetteerFolder;
import org.casus.extraction.Extractor;
import org.jspecify.annotations.Nullable;

/**
 * What a user tells a pipeline, on whichever machine it runs; files by their names, as a path cannot be sent.
 *
 * @param classifier false to tell events by the tables of predicates alone
 * @param predicates tables of the user's own, whose rows go before those that ship
 * @param gazetteer the folder of the user's own, if there is one
 * @param openTriples true to run CoreNLP's OpenIE too
 */
public record PipelineSettings(
        boolean classifier,
        List<String> predicates,
        @Nullable String gazetteer,
        boolean openTriples) implements Serializable {
    /** As it ships. */
    public static final PipelineSettings USUAL = new PipelineSettings(true, List.of(), null, false);

    public PipelineSettings {
        predicates = ImmutableList.copyOf(predicates);
    }

    /**
     * Begins to load the models, reads the user's tables meanwhile, and waits for the models when it is asked.
     *
     * @throws IllegalArgumentException naming file and line of a row that is wrong
     */
    public Supplier<Pipeline> pipeline() {
        CompletableFuture<Annotator> annotator = CompletableFuture.supplyAsync(() -> new Annotator(openTriples));
        CompletableFuture<Classifier> judge = classifier ? CompletableFuture.supplyAsync(Classifier::new) : null;
        return pipeline(annotator::join, judge == null ? null : judge::join);
    }

    /**
     * The same, but no model is loaded before there is an article, nor one of language before one is to be annotated.
     */
    public Supplier<Pipeline> onDemand() {
        return pipeline(() -> Annotator.onDemand(openTriples), classifier ? Classifier::new : null);
    }

    private Supplier<Pipeline> pipeline(Supplier<Annotator> annotator, @Nullable Supplier<Classifier> judge) {
        Extractor table = new Extractor(null, predicates.stream().map(Path::of).toList());
        EntityLinker linker = folder().map(EntityLinker::new).orElseGet(EntityLinker::new);
        return () -> {
            if (judge == null) {
                return new Pipeline(annotator.get(), table, linker);
            }
            Classifier loaded = judge.get();
            return new Pipeline(annotator.get(), table.with(loaded), linker, loaded);
        };
    }

    private Optional<GazetteerFolder> folder() {
        return Optional.ofNullable(gazetteer).map(Path::of).map(GazetteerFolder::new);
    }

    /** What is read of the user's gazetteer. */
    public List<Path> gazetteerFiles() {
        return folder().map(GazetteerFolder::files).orElse(List.of());
    }

    /** A hash of all this, so that an article is read again when it has changed. */
    public String fingerprint() {
        Hasher hasher = Hashing.murmur3_128().newHasher().putBoolean(classifier).putBoolean(openTriples);
        try {
            for (Path file : Iterables.concat(Lists.transform(predicates, Path::of), gazetteerFiles())) {
                hasher.putString(file.toString(), StandardCharsets.UTF_8)
                        .putLong(Files.size(file))
                        .putLong(Files.getLastModifiedTime(file).toMillis());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return hasher.hash().toString();
    }
}
