package org.casus.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A parser's model in the form of CoreNLP's neural dependency parser: seven sizes, the vectors of words, tags and
 * labels, then a line of weights for each input, the bias, and a line of weights for each hidden unit. What a word, a
 * tag or a label is called is its symbol here; symbols are counted in the order of the file.
 */
final class ParserModel {
    private static final int BUFFER = 1 << 16;

    static final String ABSENT = "-NULL-";
    static final String ROOT = "-ROOT-";
    private static final String UNKNOWN = "-UNKNOWN-";

    private final Map<String, Integer> words;
    private final Map<String, Integer> tags;
    private final Map<String, Integer> labels;
    private final List<float[]> vectors = new ArrayList<>();
    private final List<float[]> input = new ArrayList<>();
    private final float[] bias;
    private final List<float[]> output = new ArrayList<>();

    private ParserModel(ModelText text) throws IOException {
        int wordCount = size(text, "dict");
        int tagCount = size(text, "pos");
        int labelCount = size(text, "label");
        int width = size(text, "embeddingSize");
        int hidden = size(text, "hiddenSize");
        int places = size(text, "numTokens");
        size(text, "preComputed");
        words = symbols(text, wordCount, width);
        tags = symbols(text, tagCount, width);
        labels = symbols(text, labelCount, width);
        for (int i = 0; i < places * width; i++) {
            input.add(numbers(text, hidden));
        }
        bias = numbers(text, hidden);
        // To the left or to the right with each label, and a shift; "absent" is no label of an arc.
        int transitions = 2 * (labelCount - 1) + 1;
        for (int i = 0; i < hidden; i++) {
            output.add(numbers(text, transitions));
        }
    }

    /** Reads a gzipped model from the class path. */
    static ParserModel load(String resource) {
        try (InputStream file = ParserModel.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            return new ParserModel(new ModelText(new GZIPInputStream(file, BUFFER)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static int size(ModelText text, String name) throws IOException {
        String word = text.word();
        if (!word.startsWith(name + "=")) {
            throw new IOException("not a parser's model: " + word + " in place of " + name);
        }
        return Integer.parseInt(word.substring(name.length() + 1));
    }

    private Map<String, Integer> symbols(ModelText text, int count, int width) throws IOException {
        Map<String, Integer> symbols = new HashMap<>();
        for (int i = 0; i < count; i++) {
            symbols.put(text.word(), vectors.size());
            vectors.add(numbers(text, width));
        }
        return symbols;
    }

    private static float[] numbers(ModelText text, int count) throws IOException {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = text.number();
        }
        return numbers;
    }

    int word(String text) {
        return known(words, text);
    }

    int tag(String name) {
        return known(tags, name);
    }

    private static int known(Map<String, Integer> symbols, String name) {
        Integer symbol = symbols.get(name);
        return symbol == null ? symbols.getOrDefault(UNKNOWN, 0) : symbol;
    }

    /** Labels of arcs, in the order of their symbols, which have no gap. */
    List<String> labels() {
        return labels.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(label -> !label.equals(ABSENT))
                .toList();
    }

    int label(String name) {
        return known(labels, name);
    }

    /** The vector of a symbol. */
    float[] vector(int symbol) {
        return vectors.get(symbol);
    }

    /** Weights from one number of the input to all hidden units. */
    float[] input(int number) {
        return input.get(number);
    }

    float[] bias() {
        return bias;
    }

    /** Weights from one hidden unit to all transitions. */
    float[] output(int unit) {
        return output.get(unit);
    }
}
