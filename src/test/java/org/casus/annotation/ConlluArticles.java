package org.casus.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casus.article.Article;

/**
 * Reads annotated articles from CoNLL-U under {@code src/test/resources/sentences}, so that tests need no models.
 *
 * <p>Each {@code # newdoc id = ID} begins an article; {@code # date}, {@code # title} and {@code # publisher} may
 * follow. Sentences stand as {@code # text = ...} over their token lines; the article's text is those, one a line, but
 * for those that {@code # goes on} joins to the paragraph before. A name is said in MISC: {@code NER=B-PERSON} and
 * {@code NER=I-PERSON}, or plain {@code NER=PERSON} for runs. Times are {@code # time = 3-4 2023-W38 2023-09-18
 * 2023-09-24 WEEK} (tokens, value, earliest, latest, precision), coreference {@code # coref = 1-1 0 5-6} (tokens here,
 * index of the antecedent's sentence in the article, tokens there).
 */
public final class ConlluArticles {
    private ConlluArticles() {}

    /** All articles of {@code /sentences/NAME.conllu} on the class path. */
    public static List<AnnotatedArticle> read(String name) {
        String resource = "/sentences/" + name + ".conllu";
        try (InputStream in = Objects.requireNonNull(
                ConlluArticles.class.getResourceAsStream(resource), "no such file: " + resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The articles of a CoNLL-U text; one without {@code # newdoc} holds a single article named {@code test}. */
    public static List<AnnotatedArticle> parse(String conllu) {
        List<ConlluArticle> articles = new ArrayList<>();
        for (String block : conllu.strip().split("\\R\\h*\\R")) {
            List<String> lines = block.lines().toList();
            if (articles.isEmpty() || lines.stream().anyMatch(line -> line.startsWith("# newdoc"))) {
                articles.add(new ConlluArticle());
            }
            articles.get(articles.size() - 1).add(lines);
        }
        return articles.stream().map(ConlluArticle::build).toList();
    }

    /** The one article of a CoNLL-U text. */
    public static AnnotatedArticle only(String conllu) {
        List<AnnotatedArticle> articles = parse(conllu);
        if (articles.size() != 1) {
            throw new IllegalArgumentException("not one article but " + articles.size());
        }
        return articles.get(0);
    }

    static Article article(String id, String text, ConlluHeader header) {
        return new Article(
                id, text, header.value("title"), header.value("date"), header.value("publisher"), null, "en");
    }
}
