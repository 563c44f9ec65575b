package org.casus.annotation;

import edu.stanford.nlp.ling.CoreAnnotations.DocDateAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.Properties;
import org.casus.article.Article;

/** CoreNLP as it comes, with every annotator that reads relations and coreference: what the bench measures against. */
public final class StockPipeline {
    private static final String ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,natlog,openie,kbp,quote";

    /** A file that the artefact {@code models} holds and CoreNLP's own jar does not. */
    private static final String A_MODEL = "edu/stanford/nlp/models/kbp/english/tac-re-lr.ser.gz";

    private final StanfordCoreNLP pipeline;

    /** Loads the models; takes half a minute and some 4 GB. */
    public StockPipeline() {
        this(ANNOTATORS, A_MODEL);
    }

    StockPipeline(String annotators, String model) {
        if (StockPipeline.class.getClassLoader().getResource(model) == null) {
            throw new IllegalStateException("the stock pipeline needs " + model
                    + ": put edu.stanford.nlp:stanford-corenlp:4.5.10:models on the class path");
        }
        RedwoodConfiguration.slf4j().apply();
        Properties properties = new Properties();
        properties.setProperty("annotators", annotators);
        pipeline = new StanfordCoreNLP(properties);
    }

    /** Runs all annotators and says how many tokens they read. */
    public int annotate(Article article) {
        Annotation annotation = new Annotation(article.text());
        if (article.date() != null) {
            annotation.set(DocDateAnnotation.class, article.date());
        }
        pipeline.annotate(annotation);
        return annotation.get(TokensAnnotation.class).size();
    }
}
