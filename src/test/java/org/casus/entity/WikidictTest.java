package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names made up for these tests. */
class WikidictTest {
    private static final String LIST = """
            Moncef Qaddari\tMuncif_al-Kadari\t0.98
            Ilka Varga\tThe_Long_Ferry\t0.99
            Ilka Varga\tIlka_Varga\t0.8
            Jone Vakalevu\tJone_Vakalevu_(singer)\t0.9
            Ana Pereyra\tAna_Pereyra\t0.4
            Two Pereyras\tFirst_Pereyras\t1.0
            two pereyras\tSecond_Pereyras\t1.0
            Two  Pereyras\tSecond_Pereyras\t0.9
            Varga\tIlka_Varga\t1.0
            no columns
            """;

    @TempDir
    private Path folder;

    private GazetteerFolder gazetteer = new GazetteerFolder(Path.of(""));
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void empty() {
        gazetteer = new GazetteerFolder(folder.resolve("own"));
    }

    @Test
    void keepsTitlesThatAreTheNameInSomeSpelling() throws IOException {
        WikidictBuild.Outcome outcome = build("list.tab", LIST.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome).isEqualTo(new WikidictBuild.Outcome(10, 4, 1, true));
        assertThat(faults).singleElement().asString().endsWith("list.tab:10: not a name, a title and a score");
        try (Wikidict wikidict = Wikidict.open(gazetteer).orElseThrow()) {
            assertThat(wikidict.title("Moncef Qaddari")).contains("Muncif_al-Kadari");
            assertThat(wikidict.title("ILKA VARGA")).contains("Ilka_Varga");
            assertThat(wikidict.title("Jone Vakalevu")).isEmpty();
            assertThat(wikidict.title("Ana Pereyra")).isEmpty();
            assertThat(wikidict.title("Two Pereyras")).as("two articles").isEmpty();
            assertThat(wikidict.title("Varga")).as("a single word").isEmpty();
        }
    }

    @Test
    void readsTheListInsideTheJar() throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.putNextEntry(new ZipEntry("models/other.tab.gz"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry("models/wikidict.tab.gz"));
            zip.write(packed());
        }

        assertThat(build("models.jar", jar.toByteArray()).kept()).isEqualTo(4);
    }

    @Test
    void keepsNothingOfAListThatIsCutOff() throws IOException {
        byte[] packed = packed();

        WikidictBuild.Outcome outcome = build("list.tab.gz", Arrays.copyOf(packed, packed.length - 20));

        assertThat(outcome.complete()).isFalse();
        assertThat(Wikidict.open(gazetteer)).isEmpty();
    }

    @Test
    void saysWhereThereIsNoList() throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
        }

        assertThatThrownBy(() -> build("models.jar", jar.toByteArray()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("models.jar: holds no wikidict.tab.gz");
    }

    private WikidictBuild.Outcome build(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return new WikidictBuild(file, gazetteer).run(() -> false, lines -> {}, faults::add);
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(LIST.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
