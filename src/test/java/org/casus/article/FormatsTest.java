package org.casus.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.article.Samples.FIRST;
import static org.casus.article.Samples.SECOND;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    @TempDir
    private Path folder;

    static Stream<String> names() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void tellsAFormatByWhatItHolds(String name) {
        byte[] sample = Samples.all().getOrDefault(name, new byte[0]);

        List<Reading> named = read(sample, name);

        assertThat(named).allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Accepted.class));
        assertThat(article(named, 0).text()).startsWith(FIRST);
        assertThat(read(sample, "standard input"))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "place")
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"news.csv", "news.tsv"})
    void readsTheRowsOfATable(String name) {
        List<Reading> rows = sample(name);

        assertThat(articles(rows))
                .containsExactly(
                        expected("one", FIRST, "Talks", "2024-03-05", null, null, null),
                        expected("two", SECOND, "Truce \"at last\"", "2024-03-06", null, null, null));
    }

    @Test
    void readsFieldsUnderTheirUsualNames() {
        assertThat(articles(sample("news.jsonl")))
                .containsExactly(
                        expected("one", FIRST, "Talks", "2024-03-05", "Wire", null, null),
                        expected("two", SECOND, "Truce", null, null, null, "en"));
        assertThat(articles(sample("news.json"))).isEqualTo(articles(sample("news.jsonl")));
    }

    @Test
    void prefersTheMoreTellingOfTwoNames() {
        String both = "{\"content\": \"Short\", \"text\": \"Long.\", \"body\": \"Other\"}";

        assertThat(article(read(both, "a.jsonl"), 0).text()).isEqualTo("Long.");
    }

    @Test
    void readsFieldsUnderNamesOfTheUsersOwn() {
        String line = "{\"text\": \"Wrong\", \"story\": {\"words\": \"%s\"}}".formatted(FIRST);
        ReadingOptions options = new ReadingOptions(List.of(), List.of(), Map.of("text", "story.words"));

        List<Reading> readings = new ArticleReader(options)
                .read(new ByteArrayInputStream(line.getBytes(UTF_8)), "a.jsonl")
                .toList();

        assertThat(article(readings, 0).text()).isEqualTo(FIRST);
    }

    @Test
    void readsTheListInTheAnswerOfANewsService() {
        String answer = "{\"status\": \"ok\", \"total\": 1, \"articles\": [{\"content\": \"%s\"}, 7]}".formatted(FIRST);

        assertThat(read(answer, "answer.json"))
                .satisfiesExactly(
                        first -> assertThat(article(List.of(first), 0).text()).isEqualTo(FIRST),
                        second -> assertRejected(second, "malformed", "answer.json:1: not a JSON object"));
    }

    @Test
    void keepsTheItemsBeforeAFaultInAnArray() {
        List<Reading> readings =
                read("[{\"text\": \"One.\"},\n{\"text\": 7},\n{\"text\": \"Two.\"},\n{broken", "a.json");

        assertThat(readings).hasSize(4);
        assertRejected(readings.get(1), "malformed", "a.json:2: \"text\" is not a string");
        assertThat(article(readings, 2).text()).isEqualTo("Two.");
        assertThat(((Reading.Rejected) readings.get(3)).fault()).startsWith("a.json:4: broken JSON");
    }

    @Test
    void rejectsARowThatDoesNotFitItsHeader() {
        List<Reading> readings = read("id,text\n1,One.\n2\n3,Three.\n", "a.csv");

        assertRejected(readings.get(1), "malformed", "a.csv:3: 1 columns, where the header has 2");
        assertThat(readings).extracting(Reading::id).containsExactly("1", "2", "3");
    }

    @Test
    void takesTheFullTextOfAnEntryElseItsSummary() {
        assertThat(articles(sample("feed.rss")))
                .containsExactly(
                        expected(
                                "https://example.org/1",
                                FIRST,
                                "Talks & truce",
                                "2024-03-05T07:00:00Z",
                                "Highland Wire",
                                "https://example.org/1",
                                "en-gb"),
                        expected(
                                "tag:example.org,2024:2",
                                SECOND.replace("\n\n", " "),
                                "Truce",
                                null,
                                "Highland Wire",
                                null,
                                "en-gb"));
        assertThat(article(sample("feed.atom"), 0).date()).isEqualTo("2024-03-05T10:00:00Z");
        assertThat(article(sample("feed.atom"), 1).date()).isEqualTo("2024-03-06T10:00:00Z");
    }

    @Test
    void readsWhatNewsAgenciesSend() {
        assertThat(articles(sample("item.nitf")))
                .containsExactly(expected("n1", FIRST, "Talks", "2024-03-05T10:00:00Z", "Highland Wire", null, null));
        assertThat(articles(sample("item.newsml")))
                .containsExactly(
                        expected("urn:n:1", FIRST, "Talks", "2024-03-05T10:00:00Z", "Highland Wire", null, "en"),
                        expected("urn:n:2", SECOND, null, "2024-03-06", null, null, null));
    }

    @Test
    void prefersThePlainTextOfAMail() {
        assertThat(articles(sample("mail.eml")))
                .containsExactly(expected(
                        "<1@example.org>",
                        FIRST,
                        "Talks in Nairobi",
                        "2024-03-05T07:00:00Z",
                        "Highland Wire",
                        null,
                        null));
    }

    @Test
    void takesTheFirstOfTwoAddressesOfACrawledPage() {
        String twice = "WARC-Target-URI: https://example.org/1\r\nWARC-Target-URI: https://example.org/2";
        String crawl = Samples.warc(Samples.page("text/html", Samples.html()))
                .replace("WARC-Target-URI: https://example.org/1", twice);

        assertThat(article(read(crawl, "crawl.warc"), 0).url()).isEqualTo("https://example.org/1");
    }

    @Test
    void readsThePagesOfACrawlUnderTheirAddresses() {
        Article page = article(sample("crawl.warc"), 0);

        assertThat(page.url()).isEqualTo("https://example.org/1");
        assertThat(page.id()).isEqualTo("https://example.org/1");
        assertThat(page.date()).isEqualTo("2024-03-05T10:00:00+03:00");
        assertThat(read(Samples.warc(Samples.page("image/png", "x")), "crawl.warc"))
                .singleElement()
                .satisfies(reading ->
                        assertRejected(reading, "no-page", "crawl.warc: https://example.org/1: status 200, image/png"));
    }

    @Test
    void readsTheFilesOfAnArchiveInTheirOrder() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("b.txt", "One.");
        files.put("__MACOSX/b.txt", "Never.");
        files.put("a/x.jsonl", "no json\n{\"text\": \"Two.\"}\n");

        List<Reading> readings = read(Samples.zip(files), "news.zip");

        assertThat(article(readings, 0).text()).isEqualTo("One.");
        assertThat(((Reading.Rejected) readings.get(1)).fault()).startsWith("news.zip!a/x.jsonl:1: ");
        assertThat(article(readings, 2).text()).isEqualTo("Two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "<rss version=\"2.0\"><channel><title>T</title></channel></rss>", "id,text,title\n"})
    void saysThatAnInputHoldsNothing(String content) {
        assertThat(read(content, "a"))
                .singleElement()
                .satisfies(reading -> assertRejected(reading, "empty", "a: no article in it"));
    }

    @Test
    void readsWhatIsIncludedAndNotExcluded() throws IOException {
        for (String name : List.of("a.txt", "b.html", "old/c.txt", "old/d.txt")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), name);
        }
        ReadingOptions options = new ReadingOptions(List.of("*.txt"), List.of("old/c*"), Map.of());

        assertThat(new ArticleReader(options).read(folder))
                .extracting(reading -> ((Reading.Accepted) reading).article().text())
                .containsExactly("a.txt", "old/d.txt");
    }

    @Test
    void readsTheInputsThatAListNames() throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), "One.");
        Path none = folder.resolve("none.txt");
        Path list = Files.writeString(folder.resolve("list.txt"), "# today\n%s\n\n%s\n".formatted(none, one));

        List<Reading> readings = new ArticleReader().read(Path.of("@" + list)).toList();

        assertRejected(readings.get(0), "missing", none + ": no such file or folder");
        assertThat(article(readings, 1).text()).isEqualTo("One.");
        assertThat(new ArticleReader().read(Path.of("@" + none)))
                .singleElement()
                .satisfies(reading -> assertRejected(reading, "missing", none + ": no such file or folder"));
    }

    @Test
    void readsEachMessageOfAMailbox() {
        List<Reading> readings = sample("mails.mbox");

        assertThat(readings).hasSize(2);
        assertThat(article(readings, 0)).isEqualTo(article(sample("mail.eml"), 0));
        assertThat(article(readings, 1).text()).startsWith("They held.").contains("\nFrom then on it was quiet.");
        assertThat(article(readings, 1).date()).isEqualTo("2024-03-06T07:00:00Z");
    }

    @Test
    void rejectsAMessageWithoutTextAloneAndGoesOn() {
        String empty = "From a@example.org Tue Mar  5 10:00:00 2024\nSubject: None\n\n";

        List<Reading> readings = read(empty + Samples.mailbox(), "two.mbox");

        assertThat(readings).hasSize(3);
        assertRejected(readings.get(0), "no-text", "two.mbox:1: no text");
    }

    @Test
    void takesTheDayOfTheCrawlForAPageWithoutADate() {
        String undated = Samples.html().replaceAll("<meta property=.article[^\n]*", "");
        String answer = Samples.page("text/html; charset=utf-8", undated);

        Article page = article(read(Samples.warc(answer), "crawl.warc"), 0);

        assertThat(page.date()).isEqualTo("2024-03-07T00:00:00Z");
        assertThat(page.dateBasis()).isEqualTo(Article.DateBasis.CRAWL);
        assertThat(article(sample("crawl.warc"), 0).dateBasis()).isEqualTo(Article.DateBasis.ARTICLE);
        assertThat(article(read(undated, "page.html"), 0).date()).isNull();
    }

    private static List<Reading> sample(String name) {
        return read(Samples.all().getOrDefault(name, new byte[0]), name);
    }

    private static List<Reading> read(String content, String name) {
        return read(content.getBytes(UTF_8), name);
    }

    private static List<Reading> read(byte[] content, String name) {
        return new ArticleReader().read(new ByteArrayInputStream(content), name).toList();
    }

    private static Article article(List<Reading> readings, int at) {
        assertThat(readings.get(at)).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) readings.get(at)).article();
    }

    private static void assertRejected(Reading reading, String reason, String fault) {
        assertThat(reading).isInstanceOf(Reading.Rejected.class);
        assertThat(((Reading.Rejected) reading).fault()).isEqualTo(fault);
        assertThat(((Reading.Rejected) reading).reason()).isEqualTo(reason);
    }

    private static List<Article> articles(List<Reading> readings) {
        return readings.stream()
                .map(reading -> ((Reading.Accepted) reading).article())
                .toList();
    }

    private static Article expected(
            String id, String text, String title, String date, String publisher, String url, String language) {
        return new Article(id, text, title, date, publisher, url, language);
    }
}
