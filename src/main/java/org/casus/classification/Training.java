package org.casus.classification;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.casus.encoding.Encoder;

/** Makes the weights of the {@link Classifier} from sentences with their labels. */
public final class Training {
    private static final int FOLDS = 10;
    private static final double COLDEST = 0.4;
    private static final double WARMEST = 2.0;
    private static final double STEP = 0.05;

    private final List<TrainingSentence> sentences;
    private final List<float[]> vectors;
    private final List<String> labels;

    private Training(List<TrainingSentence> sentences, List<float[]> vectors) {
        this.sentences = sentences;
        this.vectors = vectors;
        this.labels = List.copyOf(
                new TreeSet<>(sentences.stream().map(TrainingSentence::label).toList()));
    }

    /**
     * Trains on the sentences of a folder. Figures and temperature come from ten trainings, each tested on a tenth of
     * the lemmas that it has not seen; what is written is trained on all sentences.
     *
     * @param types that a sentence may have beside NONE
     * @param weights the file to write
     * @param progress told how many sentences are encoded
     * @throws IllegalArgumentException where a sentence has another form, or the data breaks their rules
     */
    public static TrainingReport run(Path folder, Set<String> types, Path weights, IntConsumer progress)
            throws IOException {
        TrainingData data = TrainingData.read(folder);
        List<String> faults = data.faults(types);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    faults.size() > 1 ? faults.get(0) + " (and " + (faults.size() - 1) + " more)" : faults.get(0));
        }
        if (data.sentences().stream().map(Training::fold).distinct().count() < 2) {
            throw new IllegalArgumentException(folder + ": too few lemmas to keep any aside");
        }
        // Minutes of training should not end at a folder that is not there.
        if (Files.isDirectory(weights)
                || !Files.isDirectory(weights.toAbsolutePath().resolveSibling(""))) {
            throw new IllegalArgumentException(weights + ": cannot be written");
        }
        List<float[]> vectors = new ArrayList<>();
        try (Encoder encoder = new Encoder()) {
            for (TrainingSentence sentence : data.sentences()) {
                vectors.add(encoder.encode(sentence.clause().passage()));
                progress.accept(vectors.size());
            }
        }
        Training training = new Training(data.sentences(), vectors);
        List<Weights> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            folds.add(training.train(i -> training.fold(i) != left));
        }
        double temperature = training.temperature(folds);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(weights)))) {
            training.train(i -> true).at(temperature).write(out);
        }
        return training.report(folds, temperature);
    }

    private int fold(int sentence) {
        return fold(sentences.get(sentence));
    }

    /** Forms of one lemma are always in one fold. */
    private static int fold(TrainingSentence sentence) {
        String lemma = sentence.lemma();
        return Math.floorMod(lemma.substring(0, lemma.indexOf('/')).hashCode(), FOLDS);
    }

    private Weights train(IntPredicate wanted) {
        List<float[]> x = new ArrayList<>();
        List<Integer> y = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (wanted.test(i)) {
                x.add(vectors.get(i));
                y.add(labels.indexOf(sentences.get(i).label()));
            }
        }
        return new Weights(labels, SoftmaxRegression.train(x, y, labels.size()), 1);
    }

    /** The one under which the types of unseen lemmas are least surprising. */
    private double temperature(List<Weights> folds) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double temperature = COLDEST; temperature <= WARMEST; temperature += STEP) {
            double surprise = 0;
            for (int i = 0; i < sentences.size(); i++) {
                Map<String, Double> types = unseen(folds, temperature, i);
                surprise -= Math.log(types.getOrDefault(sentences.get(i).type(), 0.0) + Double.MIN_NORMAL);
            }
            if (surprise < least) {
                least = surprise;
                best = temperature;
            }
        }
        return best;
    }

    private Map<String, Double> unseen(List<Weights> folds, double temperature, int sentence) {
        return folds.get(fold(sentence))
                .at(temperature)
                .judge(vectors.get(sentence))
                .types();
    }

    private TrainingReport report(List<Weights> folds, double temperature) {
        List<TrainingReport.Answer> answers = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Map.Entry<String, Double> best = unseen(folds, temperature, i).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            answers.add(new TrainingReport.Answer(sentences.get(i).type(), best.getKey(), best.getValue()));
        }
        return new TrainingReport(answers, temperature);
    }
}
