package org.casus.annotation;

import com.google.common.base.Suppliers;
import edu.stanford.nlp.ling.CoreLabel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.casus.article.Article;
import org.casus.article.Span;

/** Article -> annotated article; holds the language models, so make one for a process and share it among threads. */
public final class Annotator {
    /** Thrice what the longest text that is read takes when it is made to hurt. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final String version;
    private final Supplier<Models> models;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final PronounResolver pronounResolver = new PronounResolver();
    private final Timings timings = new Timings();

    /** Loads the models side by side; takes some seconds. */
    public Annotator() {
        this(false);
    }

    /** @param openTriples true to run CoreNLP's OpenIE too, which loads models of its own and doubles the time */
    public Annotator(boolean openTriples) {
        this(openTriples, Suppliers.ofInstance(Models.load(openTriples)));
    }

    private Annotator(boolean openTriples, Supplier<Models> models) {
        this.version = ModelFiles.version(openTriples);
        this.models = models;
    }

    /** The same, but loads the models with the first article: there may be none that is not annotated already. */
    public static Annotator onDemand(boolean openTriples) {
        return new Annotator(openTriples, Suppliers.memoize(() -> Models.load(openTriples)));
    }

    /** Which files of code and models it annotates with, and whether OpenIE too. */
    public String version() {
        return version;
    }

    /**
     * Reads the article's text as it is; offsets of what comes back are places in it.
     *
     * @throws AnnotationException where CoreNLP fails on this article, or takes minutes for it
     */
    public AnnotatedArticle annotate(Article article) {
        return annotate(article, LIMIT);
    }

    /** @param limit how much of the processor it may take, looked at after each sentence */
    AnnotatedArticle annotate(Article article, Duration limit) {
        try {
            return read(article, new TimeLimit(article.id(), limit));
        } catch (AnnotationException fault) {
            throw fault;
        } catch (RuntimeException fault) {
            throw new AnnotationException(article.id(), fault);
        }
    }

    private AnnotatedArticle read(Article article, TimeLimit limit) {
        Models loaded = models.get();
        String text = article.text();
        List<List<CoreLabel>> labelled = timings.time(Step.TOKENIZE, () -> splitter.split(text));
        List<List<Token>> tokens = new ArrayList<>();
        for (List<CoreLabel> labels : labelled) {
            limit.check();
            tokens.add(timings.time(Step.TAG, () -> loaded.tagger().tag(text, labels)));
        }
        List<List<EntityMention>> names =
                timings.time(Step.NAMES, () -> loaded.nameFinder().find(text, labelled, tokens));
        RelativeTimes relative = new RelativeTimes(TimeFinder.day(article.date()));
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < labelled.size(); i++) {
            limit.check();
            sentences.add(sentence(article, i, relative, labelled.get(i), tokens.get(i), names.get(i)));
        }
        List<Coreference> coreferences = timings.time(Step.COREFERENCE, () -> pronounResolver.resolve(sentences));
        OpenTripleReader open = loaded.openTripleReader();
        return new AnnotatedArticle(article, sentences, coreferences, open == null ? null : open.read(text));
    }

    /** What each step has cost since the models were loaded, summed over all threads. */
    public Timings timings() {
        return timings;
    }

    private Sentence sentence(
            Article article,
            int index,
            RelativeTimes relative,
            List<CoreLabel> labels,
            List<Token> tokens,
            List<EntityMention> names) {
        List<TimeExpression> found = timings
                .time(Step.TIMES, () -> models.get().timeFinder().find(article.text(), article.date(), labels, tokens))
                .stream()
                .filter(time -> names.stream().noneMatch(name -> isWithin(time, name)))
                .filter(time -> !Dateline.holds(time, tokens))
                .toList();
        List<TimeExpression> times =
                relative.resolve(index, new TimeRanges(article.text(), tokens).join(found), tokens);
        List<Dependency> dependencies =
                timings.time(Step.PARSE, () -> models.get().dependencyParse().parse(labels, tokens));
        List<Dependency> related = new Participles(tokens, dependencies).mend();
        Span span = new Span(
                tokens.get(0).span().begin(),
                tokens.get(tokens.size() - 1).span().end());
        return new Sentence(index, span, tokens, new Appositions(tokens, names, related).mend(), names, times);
    }

    /** "Jan" of "Jan Mayen" is no January. */
    private static boolean isWithin(TimeExpression time, EntityMention name) {
        return name.span().contains(time.span()) && !time.span().contains(name.span());
    }
}
