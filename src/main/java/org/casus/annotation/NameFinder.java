package org.casus.annotation;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds names with one CRF of three classes; capitalised words that it passes over become MISC. */
final class NameFinder {
    static final String MODEL = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

    private final CRFClassifier<CoreLabel> classifier;
    private final KnownNames known = KnownNames.load();

    private NameFinder(CRFClassifier<CoreLabel> classifier) {
        this.classifier = classifier;
    }

    static NameFinder load() {
        try {
            return new NameFinder(CRFClassifier.getClassifier(MODEL));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + MODEL, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not made for this CoreNLP: " + MODEL, e);
        }
    }

    /** The names of each sentence of an article. */
    List<List<EntityMention>> find(String text, List<List<CoreLabel>> labels, List<List<Token>> tokens) {
        List<List<EntityMention>> names = new ArrayList<>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            names.add(inSentence(text, labels.get(i), tokens.get(i)));
        }
        return NameTypes.agree(Surnames.settle(known.settle(names, tokens), tokens));
    }

    private List<EntityMention> inSentence(String text, List<CoreLabel> labels, List<Token> tokens) {
        List<String> classes = new ArrayList<>(labels.size());
        for (CoreLabel answer : classifier.classifySentence(labels)) {
            classes.add(answer.get(AnswerAnnotation.class));
        }
        Collections.fill(classes.subList(0, Dateline.placeEnd(tokens)), EntityMention.Type.LOCATION.name());
        return NameRuns.of(text, tokens, classes);
    }
}
