package org.casus.classification;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The sentences that the classifier learns from, and what must be true of them. */
record TrainingData(List<TrainingSentence> sentences) {
    private static final int MOST_OF_A_FRAME = 12;
    private static final double NEAR = 0.5;
    private static final int WORDS_OF_A_SHINGLE = 3;

    /**
     * Reads every {@code *.tsv} of a folder, in the order of their names.
     *
     * @throws IllegalArgumentException naming file and line of a sentence of another form
     */
    static TrainingData read(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + ": not a folder");
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(folder + ": no *.tsv with training sentences");
        }
        List<TrainingSentence> sentences = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    sentences.add(TrainingSentence.parse(line, file.getFileName() + ":" + number));
                }
            }
        }
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException(folder + ": no training sentences");
        }
        return new TrainingData(sentences);
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": cannot be read as UTF-8 text", e);
        }
    }

    /**
     * Sentences of no known type, frames with more sentences than a dozen, and pairs of sentences of one type that are
     * nearly the same.
     *
     * @param types that a sentence may have beside NONE
     */
    List<String> faults(Set<String> types) {
        List<String> faults = new ArrayList<>();
        for (TrainingSentence sentence : sentences) {
            if (!types.contains(sentence.type()) && !sentence.type().equals(TrainingSentence.NONE)) {
                faults.add(sentence.place() + ": no event type " + sentence.type());
            }
        }
        Map<String, Integer> frames = new HashMap<>();
        for (TrainingSentence sentence : sentences) {
            if (frames.merge(sentence.lemma() + " as " + sentence.type(), 1, Integer::sum) == MOST_OF_A_FRAME + 1) {
                faults.add("%s: more than %d sentences of %s as %s"
                        .formatted(sentence.place(), MOST_OF_A_FRAME, sentence.lemma(), sentence.type()));
            }
        }
        faults.addAll(nearDuplicates());
        return faults;
    }

    /** Pairs whose sets of three-word runs have a Jaccard index above one half. */
    private List<String> nearDuplicates() {
        List<String> faults = new ArrayList<>();
        List<Set<String>> shingles = sentences.stream()
                .map(sentence -> shingles(sentence.clause().passage().text()))
                .toList();
        Map<String, List<Integer>> holders = new HashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            Map<Integer, Integer> shared = new HashMap<>();
            for (String shingle : shingles.get(i)) {
                List<Integer> others = holders.computeIfAbsent(shingle, any -> new ArrayList<>());
                others.forEach(other -> shared.merge(other, 1, Integer::sum));
                others.add(i);
            }
            for (Map.Entry<Integer, Integer> entry : shared.entrySet()) {
                int other = entry.getKey();
                int union = shingles.get(i).size() + shingles.get(other).size() - entry.getValue();
                boolean near = entry.getValue() > NEAR * union;
                if (near && sentences.get(i).type().equals(sentences.get(other).type())) {
                    faults.add(sentences.get(i).place() + ": nearly the same as "
                            + sentences.get(other).place());
                }
            }
        }
        return faults;
    }

    private static Set<String> shingles(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + WORDS_OF_A_SHINGLE <= words.length; i++) {
            shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return shingles;
    }
}
