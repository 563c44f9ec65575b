package org.casus.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casus.graph.GraphMapper;
import org.casus.pipeline.PipelineSettings;
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

    @Option(
            names = "--openie",
            description = "Add the triples of CoreNLP's OpenIE, apart from all else; takes twice the time.")
    private boolean openTriples;

    @Mixin
    private GazetteerOption gazetteer = new GazetteerOption();

    boolean openTriples() {
        return openTriples;
    }

    /** The same for whoever reads with the same program, tables and options. */
    String fingerprint() {
        return GraphMapper.fingerprint() + settings().fingerprint();
    }

    PipelineSettings settings() {
        gazetteer.toRead();
        return new PipelineSettings(
                !noClassifier,
                predicates.stream().map(Path::toString).toList(),
                Files.isDirectory(gazetteer.path()) ? gazetteer.path().toString() : null,
                openTriples);
    }
}
