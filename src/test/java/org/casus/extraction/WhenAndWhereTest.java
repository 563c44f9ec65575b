package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences that the parser has read, and when and where their events were. */
class WhenAndWhereTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final SentenceTable SENTENCES = SentenceTable.read("when-where");

    static Stream<Object[]> rows() {
        return SENTENCES.arguments();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void anEventWasWhenAndWhereItsOwnWordsSay(String id, String expected) {
        AnnotatedArticle article = Objects.requireNonNull(SENTENCES.articles().get(id));
        String text = article.article().text();

        assertThat(EXTRACTOR.extract(article).events())
                .extracting(event -> told(event, text))
                .contains(expected);
    }

    private static String told(EventMention event, String text) {
        EventTime time = event.time();
        EventPlace place = event.place();
        return String.join(
                "|",
                event.trigger().of(text),
                orOpen(time == null ? null : time.earliest()),
                orOpen(time == null ? null : time.latest()),
                orOpen(place == null ? null : place.mention().text()));
    }

    private static String orOpen(@Nullable String told) {
        return told == null ? "-" : told;
    }
}
