package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Articles in which a title stands alone, and whom it means. */
class TitleHoldersTest {
    private static final Map<String, AnnotatedArticle> ARTICLES = ConlluArticles.read("titles").stream()
            .collect(Collectors.toMap(article -> article.article().id(), Function.identity()));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/sentences/titles.tsv", delimiter = '\t')
    void meansTheOnlyOneWhoWasCalledThat(String id, String expected) {
        AnnotatedArticle annotated = ARTICLES.get(id);
        String text = annotated.article().text();
        TitleHolders titles = new TitleHolders(ShortNames.resolve(annotated.sentences()));

        String meant = annotated.sentences().stream()
                .flatMap(sentence -> titles.in(sentence).stream())
                .map(one -> one.span().of(text) + " = " + one.antecedent().of(text))
                .collect(Collectors.joining("; "));

        assertThat(meant.isEmpty() ? "-" : meant).isEqualTo(expected);
    }
}
