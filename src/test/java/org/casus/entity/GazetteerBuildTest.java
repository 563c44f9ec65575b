package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items made up for these tests, in the form of the dump. */
class GazetteerBuildTest {
    private static final String MINISTER = """
            {"type":"item","id":"Q990001","labels":{"en":{"language":"en","value":"Ilka Varga-Toth"},\
            "uk":{"language":"uk","value":"Ілка Варга"}},"descriptions":{},\
            "aliases":{"en":[{"language":"en","value":"I. Varga"}]},"claims":{\
            "P31":[%s],"P27":[%s],"P102":[%s],"P106":[%s],\
            "P39":[{"mainsnak":{"snaktype":"value","property":"P39","datavalue":{"value":{"id":"Q83307"},\
            "type":"wikibase-entityid"}},"rank":"normal","qualifiers":{\
            "P580":[{"datavalue":{"value":{"time":"+2012-03-05T00:00:00Z","precision":11},"type":"time"}}],\
            "P582":[{"datavalue":{"value":{"time":"+2015-06-00T00:00:00Z","precision":10},"type":"time"}}]}}]},\
            "sitelinks":{"enwiki":{"site":"enwiki","title":"Ilka Varga-Toth"},"huwiki":{"site":"huwiki","title":"x"}}}\
            """.formatted(item("Q5"), item("Q28"), item("Q990009"), item("Q82955"));

    private static final String TOWN = """
            {"type":"item","id":"Q990002","labels":{"en":{"language":"en","value":"Sztarhely"}},"aliases":[],"claims":{\
            "P31":[%s],"P17":[%s],"P1082":[{"mainsnak":{"datavalue":{"value":{"amount":"+41234"}}},"rank":"normal"}],\
            "P625":[{"mainsnak":{"datavalue":{"value":{"latitude":47.25,"longitude":19.5}}},"rank":"normal"}]},\
            "sitelinks":[]}\
            """.formatted(item("Q990008"), item("Q28"));

    private static final String FILM = """
            {"type":"item","id":"Q990003","labels":{"en":{"language":"en","value":"The Long Ferry"}},"aliases":{},\
            "claims":{"P31":[%s]},"sitelinks":{}}\
            """.formatted(item("Q11424"));

    private static final String WAR =
            """
            {"type":"item","id":"Q990010","labels":{"en":{"language":"en","value":"Second Karsk War"}},"aliases":[],\
            "claims":{"P31":[%s],"P17":[%s],"P710":[%s],"P580":[%s],"P582":[%s]},"sitelinks":[]}\
            """.formatted(item("Q198"), item("Q28"), item("Q28"), time("+1951-03-02"), time("+1953-10-12"));

    private static final String TREATY = """
            {"type":"item","id":"Q990011","labels":{"en":{"language":"en","value":"Karsk Accords"}},"aliases":[],\
            "claims":{"P31":[%s],"P585":[%s]},"sitelinks":[]}\
            """.formatted(item("Q625298"), time("+1953-10-30"));

    private static final String PROPERTY =
            "{\"type\":\"property\",\"id\":\"P31\",\"labels\":{},\"claims\":{},\"sitelinks\":{}}";

    private static final String DUMP =
            "[\n" + MINISTER + ",\n" + FILM + ",\n" + PROPERTY + ",\n{\"id\":\"Q99\nnonsense,\n" + TOWN + "\n]\n";

    @TempDir
    private Path folder;

    private GazetteerFolder gazetteer = new GazetteerFolder(Path.of(""));

    private static String item(String id) {
        return "{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"%s\"}}},\"rank\":\"normal\"}".formatted(id);
    }

    private static String time(String day) {
        return "{\"mainsnak\":{\"datavalue\":{\"value\":{\"time\":\"%sT00:00:00Z\",\"precision\":11}}},\"rank\":\"normal\"}"
                .formatted(day);
    }

    @BeforeEach
    void empty() {
        gazetteer = new GazetteerFolder(folder.resolve("own"));
    }

    @Test
    void keepsWhatGeopoliticsSpeaksOfAndCountsBrokenLines() throws IOException {
        List<String> faults = new ArrayList<>();

        GazetteerBuild.Progress end = build(write("dump.json", DUMP), faults);

        assertThat(end).extracting("kept", "broken", "truncated", "complete").containsExactly(2L, 2L, false, true);
        assertThat(faults).hasSize(2).first().asString().contains("dump.json:5: ");
        assertThat(gazetteer.find("I. Varga")).singleElement().satisfies(found -> {
            assertThat(found.entity().qid()).isEqualTo("Q990001");
            assertThat(found.entity().country()).contains("HUN");
            assertThat(found.entity().wikipedia()).isEqualTo("Ilka_Varga-Toth");
            assertThat(found.times()).containsExactly("GOV 2012-03-05 to 2015-06");
            assertThat(found.facts()).isEqualTo("P102=Q990009");
        });
        assertThat(gazetteer.find("Ilka Varga")).hasSize(1);
        assertThat(gazetteer.find("Sztarhely")).singleElement().satisfies(found -> {
            assertThat(found.entity().type()).isEqualTo(EntityType.CITY);
            assertThat(found.entity().latitude()).isEqualTo(47.25);
        });
        assertThat(gazetteer.find("The Long Ferry")).isEmpty();
    }

    @Test
    void whatADumpKnowsIsLinked() throws IOException {
        build(write("dump.json", DUMP), new ArrayList<>());
        MarkedText text =
                MarkedText.of("a1", "2013-01-01", "[PERSON {Ilka Varga-Toth}] met in [PLACE {Sztarhely}], Hungary");

        LinkedArticle linked = new EntityLinker(gazetteer).link(text.extraction());

        assertThat(linked.link(text.mention(0)).orElseThrow().code().code()).isEqualTo("HUNGOV");
        assertThat(linked.link(text.mention(1)).orElseThrow().entity())
                .isInstanceOfSatisfying(
                        Entity.Known.class, town -> assertThat(town.qid()).isEqualTo("Q990002"));
    }

    @Test
    void warsAndTreatiesAreKnownButFillNoRole() throws IOException {
        build(write("dump.json", WAR + ",\n" + TREATY + ",\n"), new ArrayList<>());
        MarkedText text = MarkedText.of(
                "a1",
                null,
                "Veterans of the Second [PLACE {Karsk}] War rejected the [OTHER {Karsk Accords}] in Hungary");

        LinkedArticle linked = new EntityLinker(gazetteer).link(text.extraction());

        assertThat(gazetteer.find("Second Karsk War")).singleElement().satisfies(war -> {
            assertThat(war.times()).containsExactly("1951-03-02 to 1953-10-12");
            assertThat(war.facts()).isEqualTo("P710=Q28");
        });
        assertThat(text.extraction().mentions())
                .map(mention -> linked.link(mention).orElseThrow())
                .extracting(
                        one -> one.entity().id(),
                        one -> one.entity().type(),
                        one -> one.code().code())
                .containsExactly(tuple("Q990010", EntityType.CONFLICT, ""), tuple("Q990011", EntityType.TREATY, ""));
        assertThat(text.extraction().mentions())
                .allSatisfy(mention -> assertThat(linked.inRole(mention)).isEmpty());
    }

    @Test
    void readsPackedDumps() throws IOException {
        Path gz = folder.resolve("dump.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(DUMP.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(build(gz, new ArrayList<>()).kept()).isEqualTo(2);
        Path bz2 = write("dump.json.bz2", packed());
        assertThat(build(bz2, new ArrayList<>()).kept()).isEqualTo(2);
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Dumps are written in several streams, one behind the other.
        for (String part : List.of(DUMP.substring(0, 100), DUMP.substring(100))) {
            try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aDumpThatIsCutOffEndsWithWhatWasRead() throws IOException {
        Path plain = write("cut.json", DUMP.substring(0, DUMP.indexOf("Sztarhely")));
        assertThat(build(plain, new ArrayList<>()))
                .extracting("kept", "truncated", "complete")
                .containsExactly(1L, true, false);
        byte[] packed = packed();
        Path bz2 = write("cut.json.bz2", Arrays.copyOf(packed, packed.length - 20));
        assertThat(build(bz2, new ArrayList<>()))
                .extracting("truncated", "complete")
                .containsExactly(true, false);
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        Path dump = write("dump.json", DUMP);
        AtomicInteger asked = new AtomicInteger();
        GazetteerBuild build = new GazetteerBuild(dump, gazetteer.wikidata(), 1);

        GazetteerBuild.Progress stopped = build.run(() -> asked.incrementAndGet() > 3, progress -> {}, fault -> {});
        GazetteerBuild.Progress end = build.run(() -> false, progress -> {}, fault -> {});
        GazetteerBuild.Progress again = build.run(() -> false, progress -> {}, fault -> {});

        assertThat(stopped).extracting("lines", "kept", "complete").containsExactly(3L, 1L, false);
        assertThat(end).extracting("kept", "broken", "complete").containsExactly(2L, 2L, true);
        assertThat(again).isEqualTo(end);
        assertThat(gazetteer.find("Ilka Varga-Toth")).hasSize(1);
    }

    @Test
    void saysWhichDumpIsNotThere() {
        assertThatThrownBy(() -> build(folder.resolve("none.json.gz"), new ArrayList<>()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json.gz");
    }

    private GazetteerBuild.Progress build(Path dump, List<String> faults) {
        return new GazetteerBuild(dump, gazetteer).run(() -> false, progress -> {}, faults::add);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
