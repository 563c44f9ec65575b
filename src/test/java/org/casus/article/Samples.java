package org.casus.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Two articles in each format that is read, under the name that such a file would have. */
public final class Samples {
    public static final String FIRST = "Kenya accused Somalia of shelling a border town.";
    static final String SECOND = "The ministers met in Oslo.\n\nThey agreed on a truce.";

    private Samples() {}

    /** All of them. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        texts().forEach((name, text) -> all.put(name, text.getBytes(UTF_8)));
        all.put("news.txt.gz", gzip(FIRST.getBytes(UTF_8)));
        all.put("news.zip", zip(Map.of("day/news.jsonl", jsonLines())));
        all.put(
                "crawl.warc.gz",
                gzip(warc(page("text/html; charset=utf-8", html())).getBytes(UTF_8)));
        return all;
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("news.txt", "title: Talks\ndate: 2024-03-05\n\n" + FIRST);
        texts.put("news.html", html());
        texts.put("news.jsonl", jsonLines());
        texts.put("news.json", "[\n" + jsonLines().strip().replace("\n", ",\n") + "\n]\n");
        texts.put("news.csv", table(","));
        texts.put("news.tsv", table("\t"));
        texts.put("feed.rss", rss());
        texts.put("feed.atom", atom());
        texts.put("item.nitf", nitf());
        texts.put("item.newsml", newsMl());
        texts.put("mail.eml", mail());
        texts.put("mails.mbox", mailbox());
        texts.put("crawl.warc", warc(page("text/html; charset=utf-8", html())));
        return texts;
    }

    static String html() {
        return """
                <html lang="en"><head><title>Talks</title>
                <meta property="article:published_time" content="2024-03-05T10:00:00+03:00">
                <meta property="og:site_name" content="Highland Wire"></head>
                <body><article><p>%s</p><p>%s</p></article></body></html>
                """.formatted(FIRST, SECOND);
    }

    static String jsonLines() {
        return """
                {"id": "one", "title": "Talks", "body": "%s", "publishedAt": "2024-03-05", "source": {"name": "Wire"}}
                {"id": "two", "headline": "Truce", "maintext": "%s", "language": "en"}
                """.formatted(FIRST, SECOND.replace("\n", "\\n"));
    }

    static String table(String delimiter) {
        return """
                ID,Headline,Date Published,Body
                one,Talks,2024-03-05,"%s"
                two,"Truce ""at last\""",2024-03-06,"%s"
                """.formatted(FIRST, SECOND).replace(",", delimiter);
    }

    static String rss() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel><title>Highland Wire</title><link>https://example.org/</link><language>en-gb</language>
                <item><title>Talks &amp;amp; truce</title><link>https://example.org/1</link>
                <pubDate>Tue, 05 Mar 2024 10:00:00 +0300</pubDate><description>Short.</description>
                <content:encoded><![CDATA[<p>%s</p>]]></content:encoded></item>
                <item><title>Truce</title><guid>tag:example.org,2024:2</guid><description>%s</description></item>
                </channel></rss>
                """.formatted(FIRST, SECOND);
    }

    static String atom() {
        return """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Highland Wire</title>
                <entry><id>tag:example.org,2024:1</id><title>Talks</title><link href="https://example.org/1"/>
                <published>2024-03-05T10:00:00Z</published><updated>2024-03-06T10:00:00Z</updated>
                <content type="html">&lt;p>%s&lt;/p></content></entry>
                <entry><id>tag:example.org,2024:2</id><title>Truce</title><updated>2024-03-06T10:00:00Z</updated>
                <summary>%s</summary></entry></feed>
                """.formatted(FIRST, SECOND);
    }

    static String nitf() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
                <nitf><head><title>Slug</title><docdata><doc-id id-string="n1"/><date.issue norm="20240305T100000Z"/>
                <doc.copyright holder="Highland Wire"/></docdata></head>
                <body><body.head><hedline><hl1>Talks</hl1></hedline></body.head>
                <body.content><block><p><person>Kenya</person> accused Somalia of shelling a border town.</p>
                <table><tr><td>1</td></tr></table></block></body.content></body></nitf>
                """;
    }

    static String newsMl() {
        return """
                <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
                <newsItem guid="urn:n:1" xml:lang="en"><itemMeta><provider><name>Highland Wire</name></provider>
                <versionCreated>2024-03-05T10:00:00Z</versionCreated></itemMeta>
                <contentMeta><headline>Talks</headline></contentMeta>
                <contentSet><inlineXML contenttype="application/xhtml+xml"><html><head><title>No</title></head>
                <body><p>%s</p></body></html></inlineXML></contentSet></newsItem>
                <newsItem guid="urn:n:2"><contentMeta><contentCreated>2024-03-06</contentCreated></contentMeta>
                <contentSet><inlineXML><p>The ministers met in Oslo.</p><p>They agreed on a truce.</p></inlineXML>
                </contentSet></newsItem></itemSet></newsMessage>
                """.formatted(FIRST);
    }

    static String mail() {
        return """
                Message-ID: <1@example.org>
                From: Highland Wire <desk@example.org>
                Date: Tue, 5 Mar 2024 10:00:00 +0300
                Subject: =?UTF-8?Q?Talks_in_Nairobi?=
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="b"

                --b
                Content-Type: text/html; charset=utf-8

                <p>Wrong.</p>
                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Kenya accused Somalia of shelling a=20border town.
                --b--
                """;
    }

    static String mailbox() {
        return """
                From desk@example.org Tue Mar  5 10:00:00 2024
                %s
                From desk@example.org Wed Mar  6 10:00:00 2024
                Message-ID: <2@example.org>
                Subject: Truce
                Date: Wed, 6 Mar 2024 10:00:00 +0300

                They held.

                >From then on it was quiet.
                """.formatted(mail());
    }

    /** An answer over HTTP. */
    static String page(String type, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(type, body.getBytes(UTF_8).length, body);
    }

    /** A crawl of one answer, with the record about the crawl before it. */
    static String warc(String answer) {
        return record("warcinfo", "application/warc-fields", "software: test\r\n")
                + record("response", "application/http;msgtype=response", answer);
    }

    private static String record(String kind, String type, String content) {
        return """
                WARC/1.0
                WARC-Type: %s
                WARC-Target-URI: https://example.org/1
                WARC-Date: 2024-03-07T00:00:00Z
                WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>
                Content-Type: %s
                Content-Length: %d

                """.formatted(kind, type, content.getBytes(UTF_8).length).replace("\n", "\r\n") + content + "\r\n\r\n";
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
