package org.casus.annotation;

import edu.stanford.nlp.ie.util.RelationTriple;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.naturalli.NaturalLogicAnnotations.RelationTriplesAnnotation;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.casus.article.Span;

/**
 * Runs CoreNLP's OpenIE, which gives up to forty near-copies of one triple: of those with the same head of the relation
 * in a sentence the longest is kept, the first where several are as long.
 */
final class OpenTripleReader {
    private final StanfordCoreNLP pipeline;

    private OpenTripleReader(StanfordCoreNLP pipeline) {
        this.pipeline = pipeline;
    }

    static OpenTripleReader load() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,depparse,natlog,openie");
        return new OpenTripleReader(new StanfordCoreNLP(properties));
    }

    List<OpenTriple> read(String text) {
        Annotation annotation = new Annotation(text);
        pipeline.annotate(annotation);
        List<OpenTriple> found = new ArrayList<>();
        for (CoreMap sentence : annotation.get(SentencesAnnotation.class)) {
            Span span = new Span(
                    sentence.get(CharacterOffsetBeginAnnotation.class),
                    sentence.get(CharacterOffsetEndAnnotation.class));
            found.addAll(longest(sentence.get(RelationTriplesAnnotation.class), span));
        }
        return found;
    }

    private static Collection<OpenTriple> longest(Collection<RelationTriple> triples, Span sentence) {
        Map<Integer, OpenTriple> clusters = new LinkedHashMap<>();
        for (RelationTriple triple : triples) {
            OpenTriple open = new OpenTriple(
                    triple.subjectGloss(), triple.relationGloss(), triple.objectGloss(), sentence, triple.confidence);
            clusters.merge(
                    triple.relationHead().index(), open, (one, other) -> other.length() > one.length() ? other : one);
        }
        return clusters.values();
    }
}
