package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.annotation.Sentence;
import org.casus.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationsTest {
    private static boolean covers(String text, String words) {
        return quotations(text).covers(span(text, words));
    }

    private static Quotations quotations(String text) {
        Sentence whole = new Sentence(0, new Span(0, text.length()), List.of(), List.of(), List.of(), List.of());
        return new Quotations(text, List.of(whole));
    }

    private static Span span(String text, String words) {
        int begin = text.indexOf(words);
        return new Span(begin, begin + words.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"We will leave,\" Chile said.|We will leave|true",
                "\"We will leave,\" Chile said.|Chile said|false",
                "“We will leave,” Chile said. “Soon.”|Soon|true",
                "“We will leave,” Chile said. “Soon.”|Chile said|false",
                "„We will leave,” Chile said.|We will leave|true",
                "Chile said: \"We will leave|We will leave|true",
                "“We “will” leave,” Chile said.|Chile said|false",
                "Chile's army isn't there.|isn't|false",
                "a \"rebel\" army took the town|a \"rebel\" army took the town|false"
            })
    void coverWhatStandsBetweenTheirMarks(String text, String words, boolean covered) {
        assertThat(covers(text, words)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"We will leave,\" Chile said.|\"We will leave,|\"We will leave,\"",
                "“We will leave,” Chile said.|“We will leave,|“We will leave,”",
                "“We will leave,” Chile said.|We will leave|We will leave",
                "“We will leave soon,” Chile said.|“We will|“We will",
            })
    void closeWithTheirMark(String text, String words, String closed) {
        assertThat(quotations(text).closed(span(text, words)).of(text)).isEqualTo(closed);
    }

    @Test
    void endWithTheirParagraphWhereTheMarkIsMissing() {
        String text = "\"We will leave, Chile said.\nPeru denied it.";

        assertThat(covers(text, "We will leave")).isTrue();
        assertThat(covers(text, "Peru denied it")).isFalse();
    }

    @Test
    void areNoneInAnArticleWithoutSentences() {
        assertThat(new Quotations("\"x\"", List.of()).covers(new Span(1, 2))).isFalse();
    }
}
