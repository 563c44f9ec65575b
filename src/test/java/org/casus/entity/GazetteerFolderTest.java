package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aUsersRowsWinOverTheShippedOnes() throws IOException {
        Path table = table("""
                name\taliases\ttype\tcountry\tsector\tfrom\tuntil
                Norway\t\tARMED_GROUP\tSWE\tREB
                Jone Vakalevu\tUncle Jone\tPERSON\tFJI\tGOV\t2019\t2021-03
                Jone Vakalevu\t\tPERSON\tFJI\tOPP\t2021-03
                """);

        assertThat(gazetteer().add(table)).isEqualTo(new GazetteerFolder.Added(2, 0));

        EntityLinker linker = new EntityLinker(gazetteer());
        assertThat(code(linker, "2020-06-01", "[PERSON {Uncle Jone}] said so")).isEqualTo("FJIGOV");
        assertThat(code(linker, "2023-06-01", "[PERSON {Jone Vakalevu}] said so"))
                .isEqualTo("FJIOPP");
        assertThat(code(linker, null, "[ORGANISATION {Norway}] said so")).isEqualTo("SWEREB");
        assertThat(code(linker, null, "[PLACE {Denmark}] said so")).isEqualTo("DNK");
        assertThat(gazetteer().find("uncle jone"))
                .singleElement()
                .satisfies(found -> assertThat(found.times()).containsExactly("GOV 2019 to 2021-03", "OPP 2021-03 to"));
    }

    @Test
    void aTableOfTheSameNameIsReplaced() throws IOException {
        gazetteer().add(table("name\ttype\nGreen Wolves\tARMED_GROUP\n"));
        gazetteer().add(table("name\ttype\nGrey Wolves of Fiji\tARMED_GROUP\n"));

        assertThat(gazetteer().find("Green Wolves")).isEmpty();
        assertThat(gazetteer().find("Grey Wolves of Fiji")).hasSize(1);
    }

    @Test
    void namesEveryRowThatIsWrongAndAddsNothing() throws IOException {
        Path table = table("""
                name\ttype\tcountry\tqid\tfrom
                A\tWIZARD
                \tPERSON
                C\tPERSON\tNorway\t77\tMay 2001
                """);

        assertThatThrownBy(() -> gazetteer().add(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.tsv:2: no type of entity: WIZARD")
                .hasMessageContaining("own.tsv:3: no name")
                .hasMessageContaining("own.tsv:4: no country: Norway")
                .hasMessageContaining("own.tsv:4: no qid: 77")
                .hasMessageContaining("own.tsv:4: no from: May 2001");
        assertThat(gazetteer().find("C")).isEmpty();
    }

    @Test
    void aColumnThatNobodyKnowsIsAFault() throws IOException {
        Path table = table("name\ttype\tcolour\nA\tPERSON\tred\n");

        assertThatThrownBy(() -> gazetteer().add(table)).hasMessageContaining("no column is called \"colour\"");
    }

    private GazetteerFolder gazetteer() {
        return new GazetteerFolder(folder.resolve("own"));
    }

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("own.tsv"), text);
    }

    private static String code(EntityLinker linker, @Nullable String date, String text) {
        MarkedText marked = MarkedText.of("a1", date, text);
        Mention mention = marked.extraction().mentions().get(0);
        return linker.link(marked.extraction())
                .link(mention)
                .orElseThrow()
                .code()
                .code();
    }
}
