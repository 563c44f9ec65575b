package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences that the parser has read, and on whose word they stand. */
class AttributionSentencesTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final SentenceTable SENTENCES = SentenceTable.read("attribution");

    static Stream<Object[]> rows() {
        return SENTENCES.arguments();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void standsOnTheWordBesideIt(String id, String expected) {
        AnnotatedArticle article = Objects.requireNonNull(SENTENCES.articles().get(id));

        List<Statement> statements = EXTRACTOR.extract(article).statements();

        if (expected.equals("none")) {
            assertThat(statements).as(article.article().text()).isEmpty();
        } else {
            String[] wanted = expected.split("\\|");
            assertThat(statements)
                    .as(article.article().text())
                    .anyMatch(found -> isSaid(found, wanted, article.article().text()));
        }
    }

    private static boolean isSaid(Statement found, String[] wanted, String text) {
        boolean source = wanted[0].equals("-")
                ? found.attribution().isEmpty()
                : found.attribution().stream().anyMatch(voice -> voice.text().contains(wanted[0]));
        return source
                && found.kind().name().toLowerCase(Locale.ROOT).equals(wanted[1])
                && wanted[2].equals(found.cue() == null ? "-" : found.cue().of(text))
                && found.quoted() == wanted[3].equals("yes");
    }
}
