package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences that the parser has read, and the events that stand beside them. */
class SentencesTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final SentenceTable SENTENCES = SentenceTable.read("basics");

    static Stream<Object[]> rows() {
        return SENTENCES.arguments();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void tellsWhatStandsBesideIt(String id, String expected) {
        AnnotatedArticle article = Objects.requireNonNull(SENTENCES.articles().get(id));
        List<String[]> wanted = expected.equals("none")
                ? List.of()
                : Arrays.stream(expected.split(";"))
                        .map(event -> event.split("\\|"))
                        .toList();

        List<EventMention> events = EXTRACTOR.extract(article).events();

        for (String[] event : wanted) {
            assertThat(events).as(article.article().text()).anyMatch(found -> tells(found, event));
        }
        assertThat(events.stream().filter(event -> event.factuality().happened()))
                .as("nothing else happened: " + article.article().text())
                .allMatch(found -> wanted.stream().anyMatch(event -> tells(found, event)));
    }

    private static boolean tells(EventMention event, String[] wanted) {
        return event.type().name().equals(wanted[0])
                && names(event.source(), wanted[1])
                && names(event.target(), wanted[2])
                && put(event.factuality()).equals(wanted[3]);
    }

    private static boolean names(@Nullable Mention mention, String words) {
        return words.equals("-")
                ? mention == null
                : mention != null
                        && (mention.text().contains(words) || meant(mention).contains(words));
    }

    /** Whom a pronoun means, and whose "our army" is. */
    private static String meant(Mention mention) {
        Mention owner = mention.owner();
        if (owner != null) {
            return owner.text();
        }
        return mention.kind() == Mention.Kind.PRONOUN ? mention.resolved().text() : "";
    }

    private static String put(Factuality factuality) {
        if (factuality.happened()) {
            return "fact";
        }
        if (factuality.polarity() == Factuality.Polarity.NEGATIVE) {
            return "denied";
        }
        return switch (factuality.certainty()) {
            case POSSIBLE -> "possible";
            case PROBABLE -> factuality.tense() == Factuality.Tense.FUTURE ? "planned" : "probable";
            case CERTAIN -> "planned";
        };
    }
}
