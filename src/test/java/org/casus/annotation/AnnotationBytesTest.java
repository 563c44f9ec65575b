package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.casus.article.Article;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationBytesTest {
    @ParameterizedTest
    @ValueSource(strings = {"basics", "attribution", "news", "office", "relation", "territory"})
    void readsWhatItWrites(String sentences) {
        for (AnnotatedArticle annotated : ConlluArticles.read(sentences)) {
            assertThat(AnnotationBytes.read(annotated.article(), AnnotationBytes.write(annotated)))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(annotated);
        }
    }

    @Test
    void keepsTriplesOfOpenIeAndHalfACharacter() {
        AnnotatedArticle annotated = annotated("Iran \ud83d left.", "\ud83d");

        assertThat(AnnotationBytes.read(annotated.article(), AnnotationBytes.write(annotated)))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(annotated);
    }

    @Test
    void takesNothingFromBytesOfWhichOneIsAnother() {
        AnnotatedArticle annotated = annotated("Iran left.", "leave");
        byte[] bytes = AnnotationBytes.write(annotated);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 4;

            assertThat(AnnotationBytes.read(annotated.article(), damaged)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 20})
    void takesNothingFromBytesThatEndTooSoon(int length) {
        AnnotatedArticle annotated = annotated("Iran left.", "leave");
        byte[] bytes = Arrays.copyOf(AnnotationBytes.write(annotated), length);

        assertThat(AnnotationBytes.read(annotated.article(), bytes)).isEmpty();
    }

    @Test
    void takesNothingFromBytesOfALongerText() {
        byte[] bytes = AnnotationBytes.write(annotated("Iran left.", "leave"));

        assertThat(AnnotationBytes.read(article("Iran."), bytes)).isEmpty();
    }

    /** Of two words, the second with this lemma, and with all that may be null. */
    private static AnnotatedArticle annotated(String text, String lemma) {
        Span first = new Span(0, 4);
        Span second = new Span(5, text.length() - 1);
        Sentence sentence = new Sentence(
                0,
                new Span(0, text.length() - 1),
                List.of(
                        new Token(0, first, first.of(text), "Iran", "NNP"),
                        new Token(1, second, second.of(text), lemma, "VBD")),
                List.of(new Dependency(1, 0, "nsubj"), new Dependency(Dependency.ROOT, 1, "root")),
                List.of(new EntityMention(EntityMention.Type.LOCATION, 0, 1, first, "Iran")),
                List.of(new TimeExpression(1, 2, second, "left", "X", null, null, TimeExpression.Precision.UNKNOWN)));
        return new AnnotatedArticle(
                article(text),
                List.of(sentence),
                List.of(new Coreference(0, second, 0, first)),
                List.of(new OpenTriple("Iran", "left", "it", new Span(0, 4), 0.1 + 0.2)));
    }

    private static Article article(String text) {
        return new Article("a", text, null, null, null, null, null);
    }
}
