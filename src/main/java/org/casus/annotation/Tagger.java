package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casus.article.Span;

/** Gives each token its Penn Treebank tag and its lemma. */
final class Tagger {
    private volatile MaxentTagger tagger;
    private boolean isReloaded;

    private Tagger(MaxentTagger tagger) {
        this.tagger = tagger;
    }

    static Tagger load() {
        return new Tagger(model());
    }

    private static MaxentTagger model() {
        return new MaxentTagger(MaxentTagger.DEFAULT_JAR_PATH);
    }

    /** Also writes tag and lemma into the labels, where the later steps look for them. */
    List<Token> tag(String text, List<CoreLabel> labels) {
        assign(labels);
        FirstPlural.mend(labels);
        MissedVerb.mend(labels);
        MissedNoun.mend(labels);
        MissedParticiple.mend(labels);
        MaxentTagger.lemmatize(labels, new Morphology());
        List<Token> tokens = new ArrayList<>(labels.size());
        for (CoreLabel label : labels) {
            Span span = new Span(label.beginPosition(), label.endPosition());
            String lemma = Objects.requireNonNullElse(label.lemma(), label.word());
            tokens.add(new Token(tokens.size(), span, span.of(text), lemma, label.tag()));
        }
        return tokens;
    }

    private void assign(List<CoreLabel> labels) {
        MaxentTagger used = tagger;
        try {
            used.tagCoreLabels(labels);
        } catch (NullPointerException fault) {
            reloaded(used, fault).tagCoreLabels(labels);
        }
    }

    /**
     * CoreNLP shares the tags of its dictionary through weak references: a collection in the middle of loading can
     * leave a word with null for a tag, on which it fails in each text.
     */
    private synchronized MaxentTagger reloaded(MaxentTagger damaged, NullPointerException fault) {
        if (tagger == damaged) {
            if (isReloaded) {
                throw fault;
            }
            isReloaded = true;
            tagger = model();
        }
        return tagger;
    }
}
