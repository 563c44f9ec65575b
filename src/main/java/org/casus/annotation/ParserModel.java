package org.casus.annotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;

/**
 * A parser's model in the form of CoreNLP's neural dependency parser: seven sizes, the vectors of words, tags and
 * labels, then a line of weights for each input, the bias, and a line of weights for each hidden unit. What a word, a
 * tag or a label is called is its symbol here; symbols are counted in the order of the file.
 */
final class ParserModel {
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

    private ParserModel(BufferedReader lines) throws IOException {
        int wordCount = size(lines, "dict");
        int tagCount = size(lines, "pos");
        int labelCount = size(lines, "label");
        int width = size(lines, "embeddingSize");
        int hidden = size(lines, "hiddenSize");
        int places = size(lines, "numTokens");
        size(lines, "preComputed");
        words = symbols(lines, wordCount, width);
        tags = symbols(lines, tagCount, width);
        labels = symbols(lines, labelCount, width);
        for (int i = 0; i < places * width; i++) {
            input.add(numbers(tokens(lines), hidden));
        }
        bias = numbers(tokens(lines), hidden);
        // To the left or to the right with each label, and a shift; "absent" is no label of an arc.
        int transitions = 2 * (labelCount - 1) + 1;
        for (int i = 0; i < hidden; i++) {
            output.add(numbers(tokens(lines), transitions));
        }
    }

    /** Reads a gzipped model from the class path. */
    static ParserModel load(String resource) {
        try (InputStream file = ParserModel.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            InputStreamReader text = new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8);
            return new ParserModel(new BufferedReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static int size(BufferedReader lines, String name) throws IOException {
        String line = String.valueOf(lines.readLine());
        if (!line.startsWith(name + "=")) {
            throw new IOException("not a parser's model: " + line + " in place of " + name);
        }
        return Integer.parseInt(line.substring(name.length() + 1));
    }

    private Map<String, Integer> symbols(BufferedReader lines, int count, int width) throws IOException {
        Map<String, Integer> symbols = new HashMap<>();
        for (int i = 0; i < count; i++) {
            StringTokenizer tokens = tokens(lines);
            symbols.put(tokens.nextToken(), vectors.size());
            vectors.add(numbers(tokens, width));
        }
        return symbols;
    }

    private static StringTokenizer tokens(BufferedReader lines) throws IOException {
        return new StringTokenizer(String.valueOf(lines.readLine()), " ");
    }

    private static float[] numbers(StringTokenizer tokens, int count) throws IOException {
        if (tokens.countTokens() != count) {
            throw new IOException("not a parser's model: no line of " + count + " numbers");
        }
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Float.parseFloat(tokens.nextToken());
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
