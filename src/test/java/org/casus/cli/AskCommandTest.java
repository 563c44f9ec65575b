package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskCommandTest {
    @TempDir
    private static Path dir;

    private static String store = "";

    @BeforeAll
    static void fill() {
        store = CommandRun.store(dir.resolve("store")).toString();
    }

    @Test
    void findsNamesAndSentencesWithTheirEvents() {
        assertThat(ask("Baku").ends(ExitCode.DONE).out())
                .startsWith("Baku (City)  1 mention  entity:Q9248\n")
                .contains("\n1. On Friday the government in Baku accused rebels")
                .contains("   2023-09-22  The Paper  a-1\n")
                .contains("   > Azerbaijan ACCUSE  data:event/");
    }

    @Test
    void findsWordsWithOtherEndingsAndWritesColumns() {
        assertThat(ask("accuses", "rebel", "--format", "csv")
                        .ends(ExitCode.DONE)
                        .out())
                .startsWith("sentence,events,publisher,published,article,score,iris")
                .contains("Azerbaijan ACCUSE");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(ask("Narnia").ends(ExitCode.DONE).err()).isEqualTo("casus: nothing found\n");
        ask("(?)").fails(ExitCode.WRONG_USE, "casus: there is no word to look for (see casus ask --help)");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = ';',
            value = {
                "'\"two words\" other'; '\"two words\" other'",
                "'\"two words'; two words",
                "attack* on; attack* on",
                "'*tack at*tack **'; tack at tack",
                "a:b (c) [d] ~e^2 f/g \\h; a b c d e 2 f g h",
                "war AND peace OR NOT; war peace",
            })
    void keepsQuotesAndStarsAndDropsOtherSyntax(String words, String query) {
        assertThat(SearchWords.query(words)).isEqualTo(query);
    }

    private static CommandRun ask(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "ask";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--store";
        all[arguments.length + 2] = store;
        return CommandRun.of(all);
    }
}
