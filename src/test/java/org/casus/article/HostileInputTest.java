package org.casus.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.Iterators;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was made to hurt costs one line and a moment. */
class HostileInputTest {
    private static final Duration MOMENT = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<svg>"})
    void rejectsHundredsOfThousandsOfNestedElements(String tags) {
        assertRejected("too-deep", "page.html", "<html>" + tags.repeat(200_000));
    }

    @ParameterizedTest
    @CsvSource({"feed.rss,<rss>", "item.nitf,<nitf>"})
    void rejectsXmlNestedWithoutEnd(String name, String root) {
        assertRejected("too-deep", name, root + "<a>".repeat(200_000));
    }

    @Test
    void rejectsJsonNestedWithoutEnd() {
        assertRejected("too-deep", "news.json", "[".repeat(1_000_000));
        assertRejected("too-deep", "news.jsonl", "{\"a\":".repeat(1_000_000));
    }

    @Test
    void rejectsAMailOfPartsInPartsInParts() {
        StringBuilder mail = new StringBuilder("From: a@example.org\nMIME-Version: 1.0\n");
        for (int i = 0; i < 20_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        assertRejected("too-deep", "mail.eml", mail.toString());
    }

    @Test
    void neitherFetchesNorUnfoldsEntities() {
        String bomb = "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(1000) + "\">" + "<!ENTITY c \""
                + "&b;".repeat(1000) + "\">]>";
        String feed = Samples.rss().replace("<rss", bomb + "<rss").replace("Short.", "&c;");
        String file = "<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String item = Samples.nitf().replaceFirst("<!DOCTYPE[^>]*>", file).replace("a border town", "&x;");

        assertThat(read("feed.rss", feed.getBytes(UTF_8)))
                .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Rejected.class));
        assertThat(read("item.nitf", item.getBytes(UTF_8)))
                .singleElement()
                .satisfies(reading -> assertThat(reading.toString()).doesNotContain("root:"));
    }

    @Test
    void leavesAGzipThatNeverEnds() {
        assertEnds("ratio", "news.jsonl.gz", endlessGzip());
    }

    @Test
    void leavesAnArchiveThatUnpacksOutOfAllMeasure() {
        String zeros = "\n".repeat(100_000_000);

        assertThat(assertTimeoutPreemptively(MOMENT, () -> read("a.zip", Samples.zip(Map.of("a.jsonl", zeros)))))
                .singleElement()
                .satisfies(reading -> assertThat(reason(reading)).isEqualTo("ratio"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "..\\a.txt"})
    void rejectsAPathThatLeadsOutOfTheArchive(String path) {
        assertThat(read("a.zip", Samples.zip(Map.of(path, "They met."))))
                .singleElement()
                .satisfies(reading -> assertThat(reason(reading)).isEqualTo("path"));
    }

    @Test
    void rejectsArchivesInArchivesInArchives() {
        byte[] inner = Samples.zip(Map.of("a.txt", "They met."));
        for (int i = 0; i < 5; i++) {
            inner = Samples.zip("inner.zip", inner);
        }

        assertThat(read("outer.zip", inner))
                .singleElement()
                .satisfies(reading -> assertThat(reason(reading)).isEqualTo("too-deep"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "99999999999", "9223372036854775807", "99999999999999999999", "-1", "x"})
    void endsACrawlWhoseRecordLiesAboutItsLength(String length) {
        String crawl = Samples.warc(Samples.page("text/html", Samples.html()));
        int last = crawl.lastIndexOf("Content-Type: application/http");
        String lying = crawl.substring(0, last)
                + crawl.substring(last).replaceFirst("Content-Length: \\d+", "Content-Length: " + length);

        assertThat(assertTimeoutPreemptively(MOMENT, () -> read("crawl.warc", lying.getBytes(UTF_8))))
                .isNotEmpty()
                .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Rejected.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.txt", "news.csv", "news.html", "news.json"})
    void rejectsTenMegabytesOnOneLine(String name) {
        String line = "id,text,\"" + "word ".repeat(3_000_000);

        assertRejected("too-long", name, name.endsWith("json") ? "{\"text\": \"" + line.replace("\"", "") : line);
    }

    @Test
    void rejectsALineOfTenMegabytesAndGoesOn() {
        String lines = "{\"text\": \"" + "word ".repeat(3_000_000) + "\"}\n{\"text\": \"They met.\"}\n";

        assertThat(read("news.jsonl", lines.getBytes(UTF_8))).hasSize(2).last().isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void rejectsWhatIsShownOtherwiseThanItIsRead() {
        assertRejected("override", "news.txt", "They met in \u202eolsO\u202c.");
        assertRejected("override", "news.txt", "title: \u202dA\n\nThey met.");
        assertRejected("binary", "news.txt", "They\0met.");
        assertRejected("binary", "news.html", "<html><p>They\0met.");
        assertRejected("binary", "news.jsonl", "{\"text\": \"They\\u0000met.\"}");
    }

    @Test
    void saysItInOneLine() {
        assertThat(read("a\nb\u001b[31m.xyz", "x".getBytes(UTF_8)))
                .singleElement()
                .satisfies(reading ->
                        assertThat(((Reading.Rejected) reading).fault()).doesNotContainPattern("\\p{Cntrl}"));
    }

    /** One that packs a thousandfold, and begins again and again. */
    private static InputStream endlessGzip() {
        byte[] zeros = Samples.gzip(new byte[1 << 24]);
        return new FilterInputStream(new SequenceInputStream(Iterators.asEnumeration(
                Stream.generate(() -> new ByteArrayInputStream(zeros)).iterator()))) {
            @Override
            public void close() {
                // The other would look for its own end.
            }
        };
    }

    private static void assertEnds(String reason, String name, InputStream bytes) {
        assertThat(assertTimeoutPreemptively(
                        MOMENT, () -> new ArticleReader().read(bytes, name).toList()))
                .singleElement()
                .satisfies(reading -> assertThat(reason(reading)).isEqualTo(reason));
    }

    private static void assertRejected(String reason, String name, String content) {
        assertEnds(reason, name, new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    private static List<Reading> read(String name, byte[] content) {
        return new ArticleReader().read(new ByteArrayInputStream(content), name).toList();
    }

    private static String reason(Reading reading) {
        return ((Reading.Rejected) reading).reason();
    }
}
