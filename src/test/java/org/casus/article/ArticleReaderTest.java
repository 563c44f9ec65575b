package org.casus.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {
    @TempDir
    private Path folder;

    private final ArticleReader reader = new ArticleReader();

    @Test
    void walksAFolderInTheOrderOfNamesAndSkipsHiddenFiles() {
        write("b.txt", "Second.");
        write("a/z.txt", "First.");
        write("c/a.jsonl", "{\"text\": \"Third.\"}\n{\"text\": \"Fourth.\"}\n");
        write(".hidden.txt", "Never.");
        write(".git/config.txt", "Never.");

        assertThat(texts(read(folder))).containsExactly("First.", "Second.", "Third.", "Fourth.");
    }

    @Test
    void readsAHiddenFileThatIsNamedOutright() {
        Path hidden = write(".notes.txt", "Named.");

        assertThat(texts(read(hidden))).containsExactly("Named.");
    }

    @Test
    void rejectsAMissingPath() {
        Path nowhere = folder.resolve("nowhere.txt");

        assertRejected(nowhere, "missing", nowhere + ": no such file or folder");
    }

    @Test
    void rejectsAFolderWithoutFiles() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty/within"));

        assertRejected(empty.getParent(), "empty", empty.getParent() + ": no file in the folder");
    }

    @Test
    void rejectsAFolderThatLiesInItselfOnceAndGoesOn() throws IOException {
        write("loop/a.txt", "One.");
        Files.createSymbolicLink(folder.resolve("loop/b"), folder.resolve("loop"));
        write("loop/c.txt", "Two.");

        List<Reading> readings = read(folder.resolve("loop"));

        assertThat(texts(readings)).containsExactly("One.", "Two.");
        assertThat(readings.get(1))
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("unreadable"));
    }

    @Test
    void rejectsALinkThatLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("gone.txt"));

        assertThat(read(folder)).containsExactly(rejected(link, "missing", "no such file or folder"));
    }

    @ParameterizedTest
    @CsvSource({"'',empty", "'  \n\n ',empty"})
    void rejectsAnEmptyFile(String content, String reason) {
        Path file = write("empty.txt", content);

        assertRejected(file, reason, file + ": an empty file");
    }

    @Test
    void rejectsBinaryDataNamedText() {
        Path zeros = write("zeros.txt", new byte[300]);
        Path controls = write("controls.txt", "a\u0001\u0002\u0003b".getBytes(UTF_8));

        assertRejected(zeros, "binary", zeros + ": binary data, not text: a NUL at byte 0");
        assertRejected(controls, "binary", controls + ": binary data, not text: 3 control characters");
    }

    @Test
    void tellsHowMuchOfTheFilesIsRead() {
        Path file = write("one.txt", "The talks ended.");
        ArticleReader reader = new ArticleReader();

        assertThat(reader.size(List.of(file, file))).hasValue(32);
        assertThat(reader.size(List.of(file, Path.of("-")))).isEmpty();
        assertThat(reader.bytesRead()).isZero();
        assertThat(reader.read(file)).hasSize(1);
        assertThat(reader.bytesRead()).isEqualTo(16);
    }

    @Test
    void keepsAStrayControlCharacter() {
        String text = "The talks ended.\u0003 ".repeat(1) + "They began again. ".repeat(20);

        assertThat(texts(read(write("wire.txt", text)))).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({"old.txt", "old.html"})
    void tellsTheEncodingOfATextThatDeclaresNone(String name) {
        String text =
                "The governor of Córdoba said that “nobody” had seen the café’s owner since Monday, when troops from "
                        + "León and Málaga crossed the river and shelled the mayor’s house.";

        assertThat(texts(read(write(name, bytes(text, "windows-1252"))))).containsExactly(text);
    }

    @Test
    void rejectsAWrongEncodingWithThePlaceOfTheByte() {
        Path file = write("latin.txt", new byte[] {'c', 'a', 'f', (byte) 0xe9, '.'});

        assertRejected(file, "encoding", file + ": not UTF-8 at byte 3");
    }

    @Test
    void rejectsACutCharacterAtTheEnd() {
        Path file = write("cut.txt", new byte[] {'a', (byte) 0xe2, (byte) 0x82});

        assertRejected(file, "encoding", file + ": not UTF-8 at byte 1");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void letsAByteOrderMarkDecide(String charset) {
        Path file = write("marked.txt", bytes("\ufeffYerevan – Bakı", charset));

        assertThat(texts(read(file))).containsExactly("Yerevan – Bakı");
    }

    @Test
    void rejectsAHugeFileWithoutHoldingIt() {
        assertThat(reader.read(new Repeated('x', 50_000_000), "huge.txt"))
                .containsExactly(new Reading.Rejected(
                        idOf("huge.txt"), "too-long", "huge.txt: longer than 10 MB, which no article is"));
    }

    @Test
    void rejectsATextThatNoArticleHas() {
        Path file = write("long.txt", "war and peace ".repeat(100_000));

        assertRejected(file, "too-long", file + ": a text of 1400000 characters, which no article has");
    }

    @Test
    void tellsFormatsThatAreNotReadByTheirFirstBytes() {
        Path png = write("news.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
        Path xml = write("book.xml", "<?xml version=\"1.0\"?>\n<docbook></docbook>");

        assertRejected(png, "unknown-format", png + ": PNG image is a format that is not read");
        assertRejected(
                xml,
                "unknown-format",
                xml + ": this kind of XML is not known; text, HTML, JSON, CSV, TSV, RSS, Atom, NewsML, NITF, e-mail,"
                        + " WARC, ZIP and gzip are read");
    }

    @Test
    void rejectsAnUnknownExtension() {
        Path table = write("table.xyz", "a b\n1 2\n");

        assertRejected(
                table,
                "unknown-format",
                table + ": format .xyz is not known; text, HTML, JSON, CSV, TSV, RSS, Atom, NewsML, NITF, e-mail, WARC,"
                        + " ZIP and gzip are read");
    }

    @Test
    void takesADateAtTheEndOfANameForNoExtension() {
        assertThat(texts(read(write("karabakh-2023.09.22", "Talks.")))).containsExactly("Talks.");
    }

    @Test
    void readsWhatIsGzippedWhateverItsName() {
        Path lines = write("a.jsonl.gz", gzip("{\"text\": \"One.\"}\n"));
        Path text = write("b.txt", gzip("Two."));

        assertThat(texts(read(lines))).containsExactly("One.");
        assertThat(texts(read(text))).containsExactly("Two.");
    }

    @Test
    void keepsWhatCameBeforeAGzipFileBreaksOff() {
        byte[] whole = gzip("{\"text\": \"One.\"}\n" + "{\"text\": \"More of it: 8f3a\"}\n".repeat(40_000));
        byte[] half = new byte[whole.length / 2];
        System.arraycopy(whole, 0, half, 0, half.length);
        Path file = write("broken.jsonl.gz", half);

        List<Reading> readings = read(file);

        assertThat(readings.get(0)).isInstanceOf(Reading.Accepted.class);
        assertThat(readings.get(readings.size() - 1))
                .isEqualTo(rejected(file, "unreadable", "cannot be read: Unexpected end of ZLIB input stream"));
    }

    @Test
    void rejectsWhatOnlyBeginsLikeGzip() {
        Path file = write("short.gz", new byte[] {0x1f, (byte) 0x8b, 8});

        assertThat(read(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("unreadable"));
    }

    @Test
    void opensAFileOnlyWhenItsTurnComes() throws IOException {
        write("a.txt", "One.");
        Path later = write("b.txt", "Two.");

        try (Stream<Reading> readings = reader.read(folder)) {
            Iterator<Reading> each = readings.iterator();
            assertThat(texts(List.of(each.next()))).containsExactly("One.");
            Files.writeString(later, "Changed.");
            assertThat(texts(List.of(each.next()))).containsExactly("Changed.");
        }
    }

    @Test
    void readsLinesOnlyAsTheyAreTaken() {
        Repeated endless = new Repeated("{\"text\": \"Again.\"}\n", Long.MAX_VALUE);

        try (Stream<Reading> readings = reader.read(endless, "pipe")) {
            assertThat(texts(readings.limit(3).toList())).containsExactly("Again.", "Again.", "Again.");
        }
        assertThat(endless.position).isLessThan(1_000_000);
    }

    @Test
    void closesTheInputWithTheStream() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream bytes = new ByteArrayInputStream("{\"text\": \"One.\"}\n".getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        try (Stream<Reading> readings = reader.read(bytes, "<stdin>")) {
            assertThat(readings.findFirst()).isPresent();
        }

        assertThat(closed).isTrue();
    }

    @Test
    void saysAFaultInOneLineWhateverTheNameOfTheFile() {
        Path file = write("two\nlines.txt", "");

        assertThat(read(file))
                .singleElement()
                .extracting(reading -> ((Reading.Rejected) reading).fault())
                .isEqualTo(folder + "/two lines.txt: an empty file");
    }

    private List<Reading> read(Path input) {
        try (Stream<Reading> readings = reader.read(input)) {
            return readings.toList();
        }
    }

    private void assertRejected(Path input, String reason, String fault) {
        assertThat(read(input)).containsExactly(new Reading.Rejected(idOf(input.toString()), reason, fault));
    }

    private static Reading rejected(Path file, String reason, String fault) {
        return new Reading.Rejected(idOf(file.toString()), reason, file + ": " + fault);
    }

    private static String idOf(String place) {
        return new Draft(place).reject(new UnreadableArticle("", "")).id();
    }

    private static List<String> texts(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Accepted.class::isInstance)
                .map(reading -> ((Reading.Accepted) reading).article().text())
                .toList();
    }

    private Path write(String name, String content) {
        return write(name, content.getBytes(UTF_8));
    }

    private Path write(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(java.nio.charset.Charset.forName(charset));
    }

    private static byte[] gzip(String content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** As many bytes as are wanted, none of them held. */
    private static final class Repeated extends InputStream {
        private final byte[] pattern;
        private final long length;
        private long position;

        Repeated(char character, long length) {
            this(String.valueOf(character), length);
        }

        Repeated(String pattern, long length) {
            this.pattern = pattern.getBytes(UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            return position == length ? -1 : pattern[(int) (position++ % pattern.length)];
        }
    }
}
