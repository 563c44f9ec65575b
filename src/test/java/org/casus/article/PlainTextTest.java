package org.casus.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @Test
    void takesTheHeaderApart() {
        Article article = article("""
                title: Talks: a first round
                date: 2023-09-22
                publisher: Example Wire
                url: https://example.org/a?b=c:d
                language: en_GB
                id: wire/17

                They met.

                They left.
                """);

        assertThat(article)
                .isEqualTo(new Article(
                        "wire/17",
                        "They met.\n\nThey left.\n",
                        "Talks: a first round",
                        "2023-09-22",
                        "Example Wire",
                        "https://example.org/a?b=c:d",
                        "en-GB"));
    }

    @Test
    void readsKeysInAnyCaseAndLeavesOutEmptyValues() {
        Article article = article("Date: 22 September 2023\ntitle:\n\nText.");

        assertThat(article.date()).isEqualTo("2023-09-22");
        assertThat(article.title()).isNull();
        assertThat(article.text()).isEqualTo("Text.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two sides met.\n\nThey talked.",
                "title: A\nplace: Baku\n\nText.",
                "title: A\nText without a blank line.",
                "title: A",
                "\ntitle: A\n\nText.",
                "Minister: we will not yield\n\nHe said so.",
                " title: A\n\nText."
            })
    void takesEverythingForTextWhereNoHeaderStands(String content) {
        assertThat(article(content).text()).isEqualTo(content);
    }

    @Test
    void keepsTheTextAsItIs() {
        String text = "\r\n  One.\r\n\r\nTwo.\tThree.\u00a0\r\n\n";

        assertThat(article(text).text()).isEqualTo(text);
        assertThat(article("date: 2023-09-22\r\n\r\n" + text).text()).isEqualTo(text);
        assertThat(article("\ufeffdate: 2023-09-22\n\n" + text).text()).isEqualTo(text);
    }

    @Test
    void rejectsAHeaderWithoutAText() {
        assertThat(read("id: 7\ndate: 2023-09-22\n\n \n"))
                .isEqualTo(new Reading.Rejected("7", "no-text", "a.txt: no text"));
    }

    @Test
    void namesAnArticleByItsAddressWhereItHasNoId() {
        assertThat(article("url: https://example.org/a\n\nText.").id()).isEqualTo("https://example.org/a");
    }

    @Test
    void namesAnArticleByItsContentWhereItHasNeither() {
        String id = article("Text.").id();

        assertThat(id).matches("a-[0-9a-f]{32}");
        assertThat(article("date: 2023-09-22\n\nText.").id()).isEqualTo(id);
        assertThat(article("publisher: Another\n\nText.").id()).isNotEqualTo(id);
        assertThat(article("Text!").id()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org/a", "mailto:a@example.org", "https://example.org/a b", "http://[", "/a"})
    void leavesOutWhatCannotBeAnAddress(String url) {
        assertThat(article("url: " + url + "\n\nText.").url()).isNull();
    }

    @Test
    void leavesOutADateThatIsNone() {
        assertThat(article("date: yesterday\n\nText.").date()).isNull();
    }

    @Test
    void rejectsAnArticleInAnotherLanguage() {
        String text = "Переговоры состоялись. ".repeat(10);

        assertThat(read("id: 7\nlanguage: ru\n\n" + text))
                .isEqualTo(
                        new Reading.Rejected("7", "language", "a.txt: written in Russian, and English alone is read"));
    }

    @Test
    void doesNotJudgeAShortTextByItsLanguage() {
        assertThat(article("language: ru\n\nShort.").language()).isEqualTo("ru");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US", "en_US", "EN", "eng", "English"})
    void knowsEnglishByItsNames(String language) {
        assertThat(read("language: " + language + "\n\n" + "They met. ".repeat(40)))
                .isInstanceOf(Reading.Accepted.class);
    }

    private static Article article(String content) {
        return ((Reading.Accepted) read(content)).article();
    }

    private static Reading read(String content) {
        try (Stream<Reading> readings =
                new ArticleReader().read(new ByteArrayInputStream(content.getBytes(UTF_8)), "a.txt")) {
            return readings.toList().get(0);
        }
    }
}
