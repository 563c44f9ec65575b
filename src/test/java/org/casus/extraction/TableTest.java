package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @TempDir
    private Path folder;

    @Test
    void readsCellsAndKnowsTheirLine() throws IOException {
        Path file = Files.writeString(folder.resolve("own.tsv"), "# comment\r\n\r\ncut/v\tobj to\t-\r\n");

        List<Table.Row> rows = Table.read(file, 3);

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).where()).isEqualTo(file + ":3");
        assertThat(rows.get(0).cell(0)).isEqualTo("cut/v");
        assertThat(rows.get(0).list(1, " ")).containsExactly("obj", "to");
        assertThat(rows.get(0).optional(2)).isEmpty();
        assertThat(rows.get(0).list(2, " ")).isEmpty();
        assertThat(rows.get(0).fault("odd")).hasMessage(file + ":3: odd");
    }

    @Test
    void namesFileAndLineOfARowWithOtherColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("own.tsv"), "a\tb\nc\n");

        assertThatThrownBy(() -> Table.read(file, 2)).hasMessage(file + ":2: 1 columns, not 2");
    }

    @Test
    void saysThatThereIsNoSuchTable() {
        Path missing = folder.resolve("none.tsv");

        assertThatThrownBy(() -> Table.read(missing, 2)).hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> Table.read("none.tsv", 2)).hasMessage("no table none.tsv");
    }

    @Test
    void saysThatAFileIsNotText() throws IOException {
        Path latin = Files.write(folder.resolve("own.tsv"), "caf\u00e9\tx\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Table.read(latin, 2)).hasMessage(latin + ": cannot be read as UTF-8 text");
        assertThatThrownBy(() -> Table.read(folder, 2)).hasMessage(folder + ": cannot be read as UTF-8 text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predicates.tsv 9",
                "nouns.tsv 4",
                "operators.tsv 8",
                "light-verbs.tsv 2",
                "sayings.tsv 3",
                "territory.tsv 10",
                "office-verbs.tsv 6",
                "subject-control.tsv 1",
                "transitives.tsv 1",
                "labels.tsv 3",
                "word-classes.tsv 3"
            })
    void shippedTablesHaveNoBlankCells(String table) {
        String[] words = table.split(" ");

        assertThat(Table.read(words[0], Integer.parseInt(words[1])))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.cells()).as(row.place()).noneMatch(String::isBlank));
    }
}
