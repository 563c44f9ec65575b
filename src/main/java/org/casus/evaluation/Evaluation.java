package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of gold -> figures of how much of it extractions hold. Faults of gold and of extractions are
 * {@link IllegalArgumentException} that name file and line.
 */
public final class Evaluation {
    private final List<Fields> gold;
    private final GoldKind kind;
    private final Scorer scorer;

    /**
     * Reads the gold, all of it, so that its faults are told before a model is loaded.
     *
     * @param kind what the gold is of, where its fields shall not tell
     */
    public Evaluation(Path file, @Nullable GoldKind kind) {
        gold = LineReader.read(file);
        if (gold.isEmpty()) {
            throw new IllegalArgumentException(file + ": no gold in it");
        }
        this.kind = kind == null ? kindOf(file, gold) : kind;
        scorer = this.kind.scorer(gold);
    }

    public GoldKind kind() {
        return kind;
    }

    /**
     * Scores a file that {@code casus extract --format jsonl} has written.
     *
     * @param misses how many of those that are wrong to tell
     */
    public Figures score(Path extractions, int misses) {
        return score(new Predictions(LineReader.read(extractions)), misses);
    }

    /**
     * Scores extractions, each a line as {@code casus extract --format jsonl} writes it.
     *
     * @param misses how many of those that are wrong to tell
     */
    public Figures score(List<String> extractions, int misses) {
        return score(new Predictions(LineReader.read("extraction", extractions)), misses);
    }

    private Figures score(Predictions predictions, int misses) {
        Misses told = new Misses(misses);
        ObjectNode figures = scorer.score(predictions, told);
        long missing = gold.stream()
                .filter(line -> line.present("id") && !predictions.has(line.id()))
                .count();
        figures.put("records", gold.size()).put("without_output", missing);
        return new Figures(figures, told.told());
    }

    private static GoldKind kindOf(Path file, List<Fields> gold) {
        return GoldKind.of(gold)
                .orElseThrow(() -> new IllegalArgumentException(
                        file + ": its fields do not tell what kind of gold it is; say so with --as"));
    }
}
