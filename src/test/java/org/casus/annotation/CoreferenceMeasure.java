package org.casus.annotation;

import edu.stanford.nlp.coref.CorefCoreAnnotations.CorefChainAnnotation;
import edu.stanford.nlp.coref.data.CorefChain;
import edu.stanford.nlp.coref.data.Dictionaries;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.casus.article.Article;
import org.casus.article.Span;

/**
 * Compares what pronouns stand for with CoreNLP's own coreference: {@code CoreferenceMeasure FILE.jsonl N ALGORITHM},
 * where the algorithm is fastneural or statistical.
 */
public final class CoreferenceMeasure {
    private static final Set<String> ARGUMENTS =
            Set.of("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod:poss", "nmod");

    private int agree;
    private int differ;
    private int oursAlone;
    private int theirsAlone;
    private int neither;

    private CoreferenceMeasure() {}

    public static void main(String[] arguments) throws IOException {
        List<Article> articles = AnnotationBench.read(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Annotator ours = SharedAnnotator.get();
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref");
        properties.setProperty("coref.algorithm", arguments[2]);
        properties.setProperty("ner.model", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
        properties.setProperty("ner.applyFineGrained", "false");
        properties.setProperty("ner.applyNumericClassifiers", "false");
        properties.setProperty("ner.useSUTime", "false");
        StanfordCoreNLP theirs = new StanfordCoreNLP(properties);
        CoreferenceMeasure measure = new CoreferenceMeasure();
        long spent = 0;
        for (Article article : articles) {
            Annotation annotation = new Annotation(article.text());
            long start = System.nanoTime();
            theirs.annotate(annotation);
            spent += System.nanoTime() - start;
            measure.compare(ours.annotate(article), chains(annotation));
        }
        System.out.println(theirs.timingInformation());
        System.out.printf("%s with the steps it needs: %.1f s%n", arguments[2], spent / 1e9);
        System.out.printf("ours: %.2f s%n", ours.timings().nanos().getOrDefault(Step.COREFERENCE, 0L) / 1e9);
        System.out.printf(
                "agree %d, differ %d, ours alone %d, theirs alone %d, neither %d%n",
                measure.agree, measure.differ, measure.oursAlone, measure.theirsAlone, measure.neither);
    }

    private record Chain(List<Span> mentions, Span representative, boolean named) {}

    private static List<Chain> chains(Annotation annotation) {
        List<Chain> chains = new ArrayList<>();
        for (CorefChain chain : annotation.get(CorefChainAnnotation.class).values()) {
            List<Span> mentions = new ArrayList<>();
            chain.getMentionsInTextualOrder().forEach(mention -> mentions.add(span(annotation, mention)));
            CorefChain.CorefMention representative = chain.getRepresentativeMention();
            chains.add(new Chain(
                    mentions,
                    span(annotation, representative),
                    representative.mentionType != Dictionaries.MentionType.PRONOMINAL));
        }
        return chains;
    }

    /** The chain names our antecedent, by its last word, in one of its mentions that is not long. */
    private static boolean isSame(String text, Span antecedent, Chain chain) {
        String name = antecedent.of(text);
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return chain.mentions().stream()
                .anyMatch(mention -> mention.end() - mention.begin() < 60
                                && mention.of(text).contains(last)
                                && Character.isUpperCase(last.charAt(0))
                        || mention.begin() <= antecedent.begin()
                                && mention.end() >= antecedent.end()
                                && mention.begin() + 5 > antecedent.begin());
    }

    private static Span span(Annotation annotation, CorefChain.CorefMention mention) {
        List<CoreLabel> tokens = annotation
                .get(SentencesAnnotation.class)
                .get(mention.sentNum - 1)
                .get(TokensAnnotation.class);
        return new Span(
                tokens.get(mention.startIndex - 1).beginPosition(),
                tokens.get(mention.endIndex - 2).endPosition());
    }

    private void compare(AnnotatedArticle annotated, List<Chain> chains) {
        for (Sentence sentence : annotated.sentences()) {
            for (Token token : sentence.tokens()) {
                if (Pronoun.of(token).isPresent() && ARGUMENTS.contains(sentence.relation(token.index()))) {
                    compare(annotated, sentence, token, chains);
                }
            }
        }
    }

    private void compare(AnnotatedArticle annotated, Sentence sentence, Token token, List<Chain> chains) {
        Optional<Coreference> mine = annotated.coreferences().stream()
                .filter(coreference -> coreference.span().equals(token.span()))
                .findFirst();
        Optional<Chain> theirs = chains.stream()
                .filter(chain -> chain.named() && chain.mentions().contains(token.span()))
                .findFirst();
        if (mine.isEmpty() || theirs.isEmpty()) {
            neither += mine.isEmpty() && theirs.isEmpty() ? 1 : 0;
            oursAlone += mine.isPresent() ? 1 : 0;
            theirsAlone += theirs.isPresent() ? 1 : 0;
            return;
        }
        Span antecedent = mine.get().antecedent();
        if (theirs.get().mentions().stream()
                .anyMatch(mention -> mention.overlaps(antecedent)
                        && mention.end() - mention.begin() < 2 * (antecedent.end() - antecedent.begin()) + 30)) {
            agree++;
            return;
        }
        differ++;
        if (Boolean.getBoolean("show")) {
            String text = annotated.article().text();
            int from = Math.max(0, sentence.index() - 2);
            System.out.printf(
                    "%n[%s] at %d: ours [%s] theirs [%s]%n",
                    token.text(),
                    token.index(),
                    antecedent.of(text),
                    theirs.get().representative().of(text));
            annotated.sentences().subList(from, sentence.index() + 1).forEach(near -> System.out.println("  " + near));
        }
    }
}
