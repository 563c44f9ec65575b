package org.casus.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.casus.article.Samples.FIRST;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.CompositeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parsers are there only with {@code -Pdocuments}; without them what is tested is what a user is told. */
class OfficeDocumentTest {
    private static final boolean PARSERS = ((CompositeParser)
                    TikaConfig.getDefaultConfig().getParser())
            .getParsers()
            .containsKey(MediaType.application("pdf"));

    static Stream<Map.Entry<String, byte[]>> documents() {
        return Map.of("paper.pdf", pdf(), "paper.docx", docx(), "paper.rtf", rtf()).entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsDocumentsWithTheirParsers(Map.Entry<String, byte[]> document) {
        assumeThat(PARSERS).as("the parsers that -Pdocuments brings").isTrue();

        Reading reading = read(document.getValue(), document.getKey());

        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        assertThat(((Reading.Accepted) reading).article().text().strip()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void saysWhatBringsTheParsers(Map.Entry<String, byte[]> document) {
        assumeThat(PARSERS).isFalse();

        Reading reading = read(document.getValue(), document.getKey());

        assertThat(reading).isInstanceOfSatisfying(Reading.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo("unknown-format");
            assertThat(rejected.fault()).startsWith(document.getKey()).contains("mvn -Pdocuments package");
        });
    }

    @Test
    void aBrokenDocumentIsOneFault() {
        Reading reading = read("%PDF-1.7 and nothing else".getBytes(UTF_8), "broken.pdf");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.fault())
                                .startsWith("broken.pdf: ")
                                .doesNotContain("\n"));
    }

    @Test
    void aDocumentThatIsTooLongIsNotSaidToBeBroken() {
        assumeThat(PARSERS).as("the parsers that -Pdocuments brings").isTrue();
        byte[] book = ("{\\rtf1\\ansi " + "The talks ended.\\par ".repeat(130_000) + "}").getBytes(ISO_8859_1);

        assertThat(read(book, "book.rtf"))
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("too-long"));
    }

    private static Reading read(byte[] document, String name) {
        return new ArticleReader()
                .read(new ByteArrayInputStream(document), name)
                .toList()
                .get(0);
    }

    private static byte[] docx() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml"
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>
                """);
        parts.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="word/document.xml"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                </Relationships>
                """);
        parts.put("word/document.xml", """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>
                """.formatted(FIRST));
        return Samples.zip(parts);
    }

    private static byte[] rtf() {
        return ("{\\rtf1\\ansi " + FIRST + "\\par}").getBytes(ISO_8859_1);
    }

    /** Without a table of where things stand, which readers make up for. */
    private static byte[] pdf() {
        String page = "BT /F1 12 Tf 72 720 Td (%s) Tj ET".formatted(FIRST);
        return """
                %%PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
                /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
                4 0 obj <</Length %d>> stream
                %s
                endstream endobj
                trailer <</Root 1 0 R>>
                %%%%EOF
                """.formatted(page.length(), page).getBytes(ISO_8859_1);
    }
}
