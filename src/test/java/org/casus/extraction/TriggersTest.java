package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.ConlluArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggersTest {
    @TempDir
    private Path folder;

    private static AnnotatedArticle article(String id) {
        return ConlluArticles.read("basics").stream()
                .filter(article -> article.article().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String file, String... rows) throws IOException {
        return Files.writeString(folder.resolve(file), String.join("\n", rows).replace('>', '\t') + "\n");
    }

    private static List<EventMention> events(String id, Path... own) {
        return new Extractor(null, List.of(own)).extract(article(id)).events();
    }

    @Test
    void aUsersRowWinsOverOurs() throws IOException {
        Path own = write(
                "own.tsv", "# mine", "condemn/v>->SUPPORT>->051>energy,legal>subj>obj>France condemned the attack.");

        assertThat(events("condemn")).extracting(EventMention::type).containsOnly(EventType.ACCUSE);
        assertThat(events("condemn", own)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.SUPPORT);
            assertThat(event.cameo()).isEqualTo("051");
            assertThat(event.contexts()).containsExactly("energy", "legal");
            assertThat(event.rule()).startsWith("own.tsv:2 condemn");
        });
    }

    @Test
    void aUsersRowWinsEvenOverOneOfOursWithMoreConditions() throws IOException {
        Path own = write("own.tsv", "accuse/v>->NONE>->->->->->Kenya accused Somalia of shelling.");

        assertThat(events("accuse-of")).extracting(EventMention::type).contains(EventType.ACCUSE);
        assertThat(events("accuse-of", own)).extracting(EventMention::type).doesNotContain(EventType.ACCUSE);
    }

    @Test
    void oursHoldWhereAUsersRowDoesNotMatch() throws IOException {
        Path own = write(
                "own.tsv", "condemn/v>obj=@prisoner>SANCTION>convict>172>->subj>obj>A court condemned the prisoner.");

        assertThat(events("condemn", own)).extracting(EventMention::type).containsOnly(EventType.ACCUSE);
    }

    @Test
    void theFirstOfTwoTablesOfAUserWins() throws IOException {
        Path first = write("first.tsv", "condemn/v>->SUPPORT>->051>->subj>obj>x");
        Path second = write("second.tsv", "condemn/v>obj>REJECT>->120>->subj>obj>x");

        assertThat(events("condemn", first, second))
                .extracting(EventMention::type)
                .containsOnly(EventType.SUPPORT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "condemn/v>->SUPPORT|3 columns, not 9",
                "condemn/v>->SUPORT>->051>->subj>obj>x|no event type SUPORT",
                "condemn/v>obj=>SUPPORT>->051>->subj>obj>x|not a condition: obj=",
                "condemn/v>obj=@atack>SUPPORT>->051>->subj>obj>x|no class of nouns @atack",
                "condemn>->SUPPORT>->051>->subj>obj>x|not lemma/v, lemma/n or lemma/a: condemn",
                "condemn/V>->SUPPORT>->051>->subj>obj>x|not lemma/v, lemma/n or lemma/a: condemn/V",
                "condemn/v>->ACCUSE>Al lege>051>->subj>obj>x|not a mode: Al lege"
            })
    void namesFileAndLineOfAUsersFault(String row, String fault) throws IOException {
        Path own = write("own.tsv", "# mine", "", row);

        assertThatThrownBy(() -> new Extractor(null, List.of(own)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(own + ":3: " + fault);
    }

    @Test
    void refusesARowThatWouldNeverBeReached() throws IOException {
        Path own = write(
                "own.tsv",
                "condemn/v>obj=raid,attack>SUPPORT>->051>->subj>obj>x",
                "condemn/v>obj=raid>SUPPORT>->051>->subj>obj>x",
                "condemn/v>obj=attack,raid>REJECT>->120>->subj>obj>x");

        assertThatThrownBy(() -> new Extractor(null, List.of(own)))
                .hasMessage(own + ":3: the same conditions as in " + own + ":1");
    }

    @Test
    void saysThatAUsersTableIsMissing() {
        Path missing = folder.resolve("none.tsv");

        assertThatThrownBy(() -> new Extractor(null, List.of(missing))).hasMessage(missing + ": no such file");
    }
}
