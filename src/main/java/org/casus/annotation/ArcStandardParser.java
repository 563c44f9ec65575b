package org.casus.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tagged words -> their tree, by the greedy arc-standard system with the network of Chen and Manning (2014) and a model
 * that CoreNLP trained. CoreNLP's own parser gives the same trees and takes several times as long. Threads may share
 * it.
 */
final class ArcStandardParser {
    private static final String PASSIVE_AUXILIARY = "aux:pass";
    private static final Set<String> SUBJECTS = Set.of("nsubj", "csubj");

    private final ParserModel model;
    private final ParserNetwork network;
    private final List<String> labels;
    private final int firstLabel;

    private ArcStandardParser(ParserModel model) {
        this.model = model;
        network = new ParserNetwork(model, absentSymbols(model));
        labels = model.labels();
        firstLabel = model.label(labels.get(0));
    }

    /** With a gzipped model from the class path. */
    static ArcStandardParser load(String resource) {
        return new ArcStandardParser(ParserModel.load(resource));
    }

    private static int[] absentSymbols(ParserModel model) {
        int[] symbols = new int[PartialParse.FEATURES];
        Arrays.fill(symbols, 0, PartialParse.PLACES, model.word(ParserModel.ABSENT));
        Arrays.fill(symbols, PartialParse.PLACES, 2 * PartialParse.PLACES, model.tag(ParserModel.ABSENT));
        Arrays.fill(symbols, 2 * PartialParse.PLACES, symbols.length, model.label(ParserModel.ABSENT));
        return symbols;
    }

    /**
     * One dependency for each word, in their order; places in it are counted from 0, the head's governor is the root.
     */
    List<Dependency> parse(List<String> words, List<String> tags) {
        PartialParse parse = start(words, tags);
        while (parse.canShift() || parse.wordsOnStack() > 0) {
            if (parse.wordsOnStack() > 1) {
                takeBest(parse);
            } else if (parse.canShift()) {
                parse.shift();
            } else {
                parse.rightArc(firstLabel);
            }
        }
        return tree(parse, words.size());
    }

    private List<Dependency> tree(PartialParse parse, int words) {
        Set<Integer> passive = new HashSet<>();
        for (int i = 1; i <= words; i++) {
            if (labels.get(parse.label(i) - firstLabel).equals(PASSIVE_AUXILIARY)) {
                passive.add(parse.governor(i));
            }
        }
        List<Dependency> tree = new ArrayList<>(words);
        for (int i = 1; i <= words; i++) {
            int governor = parse.governor(i);
            String label = labels.get(parse.label(i) - firstLabel);
            // The subject of a verb is often reached before the auxiliary; CoreNLP puts that right as well.
            boolean suffers = passive.contains(governor) && SUBJECTS.contains(label);
            tree.add(new Dependency(governor - 1, i - 1, suffers ? label + ":pass" : label));
        }
        return tree;
    }

    private PartialParse start(List<String> words, List<String> tags) {
        int end = words.size() + 1;
        int[] wordSymbols = new int[end + 1];
        int[] tagSymbols = new int[end + 1];
        for (int i = 1; i < end; i++) {
            wordSymbols[i] = model.word(words.get(i - 1));
            tagSymbols[i] = model.tag(tags.get(i - 1));
        }
        wordSymbols[0] = model.word(ParserModel.ROOT);
        tagSymbols[0] = model.tag(ParserModel.ROOT);
        wordSymbols[end] = model.word(ParserModel.ABSENT);
        tagSymbols[end] = model.tag(ParserModel.ABSENT);
        return new PartialParse(wordSymbols, tagSymbols, model.label(ParserModel.ABSENT));
    }

    /**
     * The model's transitions are a left arc with each label, a right arc with each label, a shift. "root" comes first
     * of the labels, and no word bears it below another.
     */
    private void takeBest(PartialParse parse) {
        float[] scores = network.scores(parse.features());
        int count = labels.size();
        int shift = 2 * count;
        int best = parse.canShift() ? shift : 1;
        for (int i = 1; i < shift; i++) {
            best = i != count && scores[i] > scores[best] ? i : best;
        }
        if (best == shift) {
            parse.shift();
        } else if (best < count) {
            parse.leftArc(firstLabel + best);
        } else {
            parse.rightArc(firstLabel + best - count);
        }
    }
}
