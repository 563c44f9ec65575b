package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Text -> sentences of CoreNLP's tokens, whose offsets are places in the text. */
final class SentenceSplitter {
    /** A sentence that has no end in sight, such as a table, is cut here. */
    static final int LONGEST = 400;

    private static final String OPTIONS = "invertible=true,untokenizable=noneKeep";

    private final WordToSentenceProcessor<CoreLabel> processor = new WordToSentenceProcessor<>();

    List<List<CoreLabel>> split(String text) {
        List<List<CoreLabel>> sentences = new ArrayList<>();
        Paragraphs.of(text).forEach(paragraph -> {
            List<CoreLabel> tokens = tokenize(paragraph.of(text));
            for (List<CoreLabel> sentence : processor.process(tokens)) {
                shift(sentence, paragraph.begin());
                addInPieces(sentence, sentences);
            }
        });
        return sentences;
    }

    private static List<CoreLabel> tokenize(String paragraph) {
        return new PTBTokenizer<>(new StringReader(paragraph), new CoreLabelTokenFactory(true), OPTIONS).tokenize();
    }

    private static void shift(List<CoreLabel> sentence, int by) {
        for (CoreLabel token : sentence) {
            token.setBeginPosition(token.beginPosition() + by);
            token.setEndPosition(token.endPosition() + by);
        }
    }

    private static void addInPieces(List<CoreLabel> sentence, List<List<CoreLabel>> sentences) {
        for (int from = 0; from < sentence.size(); from += LONGEST) {
            List<CoreLabel> piece = new ArrayList<>(sentence.subList(from, Math.min(sentence.size(), from + LONGEST)));
            for (int i = 0; i < piece.size(); i++) {
                piece.get(i).setIndex(i + 1);
            }
            sentences.add(piece);
        }
    }
}
