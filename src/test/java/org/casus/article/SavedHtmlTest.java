package org.casus.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedHtmlTest {
    private static final String FIRST =
            "The ministers of the two countries met in the capital on Friday, for the first "
                    + "time in ten years, and said after the talks that they would meet again before the end of the month.";
    private static final String SECOND =
            "A spokesman, who asked not to be named, said that the border would be opened, "
                    + "if only for lorries, and that the prisoners, of whom there are more than a hundred, would come home.";

    private static final String BODY = """
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
            <div class="article-body"><h1>Talks open</h1>
            <p>%s</p>
            <figure><img src="a.jpg"><figcaption>The hall.</figcaption></figure>
            <p>A spokesman, who asked <em>not</em> to be&nbsp;named, said that the border would be
               opened, if only for lorries, and that the prisoners, of whom there are <b>more</b> than a hundred, would come home.</p>
            <script>track("all of it, and more, and more");</script>
            </div><footer>All rights reserved</footer></body>
            """.formatted(FIRST);

    @Test
    void keepsTheParagraphsOfTheMainText() {
        String text = article("<html><head><title>Talks</title></head>" + BODY + "</html>")
                .text();

        assertThat(text)
                .contains(FIRST + "\n\n" + SECOND)
                .doesNotContain("Home", "World", "rights", "track", "The hall");
    }

    @Test
    void readsWhatJsonLdSays() {
        Article article = article("""
                <html lang="en"><head><title>Wrong</title>
                <meta property="og:title" content="Wrong"><meta property="og:site_name" content="Wrong">
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                  {"@type": "WebSite", "@id": "#org", "name": "Example &amp; Wire"},
                  {"@type": ["Thing", "NewsArticle"], "headline": "Talks &quot;open&quot;",
                   "datePublished": "2023-09-22T10:00:00+0400", "publisher": {"@id": "#org"},
                   "mainEntityOfPage": {"@id": "https://example.org/talks?a=1&copy=2"}, "inLanguage": "en-GB"}]}
                </script></head>""" + BODY);

        assertThat(article.title()).isEqualTo("Talks \"open\"");
        assertThat(article.date()).isEqualTo("2023-09-22T10:00:00+04:00");
        assertThat(article.publisher()).isEqualTo("Example & Wire");
        assertThat(article.url()).isEqualTo("https://example.org/talks?a=1&copy=2");
        assertThat(article.id()).isEqualTo(article.url());
        assertThat(article.language()).isEqualTo("en-GB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"@type\":\"Person\"},{\"@type\":\"ReportageNewsArticle\",\"headline\":\"Talks\",\"publisher\":\"Wire\"}]",
                "{\"@type\":\"BlogPosting\",\"name\":\"Talks\",\"publisher\":[{\"name\":\"Wire\"}]}",
                "{\"@type\":\"Article\",\"headline\":\"Talks\",\"publisher\":{\"@id\":\"x\",\"name\":\"Wire\"}}"
            })
    void knowsTheShapesOfJsonLd(String block) {
        Article article = article("<html><script type='application/ld+json'>" + block + "</script>" + BODY);

        assertThat(article.title()).isEqualTo("Talks");
        assertThat(article.publisher()).isEqualTo("Wire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "", "{\"@type\":\"WebPage\",\"name\":\"Wrong\"}", "7"})
    void fallsBackToOpenGraphWhereJsonLdSaysNothing(String block) {
        Article article = article("""
                <html><head><title>Wrong</title><script type="application/ld+json">%s</script>
                <meta property="og:title" content="Talks"><meta property="og:site_name" content="Wire">
                <meta property="og:url" content="https://example.org/1"><meta property="og:locale" content="en_US">
                <meta property="article:published_time" content="2023-09-22T10:00:00Z"></head>""".formatted(block) + BODY);

        assertThat(article.title()).isEqualTo("Talks");
        assertThat(article.publisher()).isEqualTo("Wire");
        assertThat(article.url()).isEqualTo("https://example.org/1");
        assertThat(article.date()).isEqualTo("2023-09-22T10:00:00Z");
        assertThat(article.language()).isEqualTo("en-US");
    }

    @Test
    void fallsBackToOlderElements() {
        Article article = article("""
                <html lang="en"><head><title>Talks</title><meta name="DC.Publisher" content="Wire">
                <meta name="pubdate" content="soon"><meta name="date" content="September 22, 2023">
                <link rel="canonical" href="https://example.org/1"></head>""" + BODY);

        assertThat(article.title()).isEqualTo("Talks");
        assertThat(article.publisher()).isEqualTo("Wire");
        assertThat(article.date()).isEqualTo("2023-09-22");
        assertThat(article.url()).isEqualTo("https://example.org/1");
        assertThat(article.language()).isEqualTo("en");
    }

    @Test
    void takesTheDateOfATimeElementInTheArticle() {
        String page = "<html><body><article><time datetime='2023-09-22'>today</time><p>" + FIRST + "</p></article>";

        assertThat(article(page).date()).isEqualTo("2023-09-22");
    }

    @Test
    void readsAShortPage() {
        assertThat(article("<!DOCTYPE html><p>They met.<br>They left.").text()).isEqualTo("They met.\n\nThey left.");
    }

    @Test
    void rejectsAPageWithoutText() {
        assertThat(read("<html><head><title>T</title></head><body><script>x</script></body></html>", "a.html"))
                .isInstanceOfSatisfying(Reading.Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo("no-text");
                    assertThat(rejected.fault()).isEqualTo("a.html: no text");
                });
    }

    @Test
    void rejectsAPageInAnotherLanguageUnderItsAddress() {
        String page = "<html lang='fr'><link rel='canonical' href='https://example.org/fr'>" + BODY;

        assertThat(read(page, "a.html"))
                .isEqualTo(new Reading.Rejected(
                        "https://example.org/fr", "language", "a.html: written in French, and English alone is read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote><p>", "<svg><g>"})
    void rejectsDeepNestingWithoutOverflow(String tags) {
        assertThat(read("<html><body>" + tags.repeat(50_000) + FIRST, "deep.html"))
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.fault())
                                .isEqualTo("deep.html: elements nested more than 500 deep"));
    }

    @Test
    void readsAPageAsDeepAsRealOnesAre() {
        assertThat(article("<html><body>" + "<div>".repeat(150) + "<p>" + FIRST + "</p>")
                        .text())
                .contains(FIRST);
    }

    @ParameterizedTest
    @CsvSource({"windows-1251,windows-1251", "iso-8859-1,windows-1252", "utf-8,UTF-8"})
    void decodesAsThePageDeclares(String declared, String charset) {
        String page = "<html><head><meta charset='" + declared + "'></head><body><p>He said – yes.</p></body>";

        assertThat(read(page.getBytes(Charset.forName(charset)), "a.html"))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted -> assertThat(accepted.article().text()).isEqualTo("He said – yes."));
    }

    @Test
    void rejectsAPageThatIsNotAsItDeclares() {
        byte[] page = "<html><meta charset=utf-8><p>café".getBytes(ISO_8859_1);

        assertThat(read(page, "a.html"))
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.fault()).isEqualTo("a.html: not UTF-8 at byte 32"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><p>They met.",
                "<HTML><body>They met.",
                "<!-- saved from url=(0021)https://example.org/ -->\n<html><p>They met.",
                "<?xml version='1.0'?><!DOCTYPE html><html><body><p>They met.</p></body></html>"
            })
    void tellsAPageByItsContent(String page) {
        assertThat(read(page, "saved"))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted -> assertThat(accepted.article().text()).isEqualTo("They met."));
        assertThat(read(("\ufeff" + page).getBytes(UTF_16), "saved")).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void doesNotTakeATextForAPage() {
        assertThat(read("The tag <html> begins a page.", "saved"))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted -> assertThat(accepted.article().text()).isEqualTo("The tag <html> begins a page."));
    }

    private static Article article(String page) {
        return ((Reading.Accepted) read(page, "a.html")).article();
    }

    private static Reading read(String page, String name) {
        return read(page.getBytes(UTF_8), name);
    }

    private static Reading read(byte[] page, String name) {
        try (Stream<Reading> readings = new ArticleReader().read(new ByteArrayInputStream(page), name)) {
            return readings.toList().get(0);
        }
    }
}
