package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    private static final String SENTENCES = "src/test/resources/training";

    @TempDir
    private Path folder;

    private CommandRun train(Path sentences) {
        return CommandRun.of(
                "train", sentences.toString(), "--weights", folder.resolve("w").toString());
    }

    @Test
    @Tag("models")
    void writesWeightsAndSaysHowOftenTheyAreRight() {
        Path weights = folder.resolve("own.weights");

        CommandRun run = CommandRun.of("train", SENTENCES, "--weights", weights.toString())
                .ends(ExitCode.DONE);

        assertThat(run.out().lines()).first().asString().matches("type +wanted +recall +precision");
        assertThat(run.out())
                .containsPattern("(?m)^ASSAULT +15 +\\d\\.\\d\\d +\\d\\.\\d\\d$")
                .containsPattern("(?m)^NONE +14 ")
                .containsPattern("43 sentences; \\d\\.\\d{3} right on lemmas not seen; "
                        + "calibration error \\d\\.\\d{3} at temperature \\d\\.\\d\\d\n$");
        assertThat(run.err()).isEmpty();
        assertThat(weights).isNotEmptyFile();
    }

    @Test
    void saysThatThereIsNothingToLearnFrom() {
        Path missing = folder.resolve("none");

        train(missing).fails(ExitCode.FAILED, "casus: " + missing + ": no such file or folder");
        train(folder).fails(ExitCode.FAILED, "casus: " + folder + ": no *.tsv with training sentences");
        assertThat(folder.resolve("w")).doesNotExist();
    }

    @Test
    void namesTheLineOfAFault() throws IOException {
        Path file = folder.resolve("a.tsv");

        Files.writeString(file, "# mine\nblame/v\tACCUSE\n");
        train(folder).fails(ExitCode.FAILED, "casus: a.tsv:2: not lemma/pos, type, mode and sentence");

        Files.writeString(file, "blame/v\tACCUSE\t-\tPeru blamed Chile.\n");
        train(folder).fails(ExitCode.FAILED, "casus: a.tsv:1: no *trigger*");

        Files.writeString(file, "blame/v\tACUSE\t-\t[Peru] *blamed* {Chile}.\n");
        train(folder).fails(ExitCode.FAILED, "casus: a.tsv:1: no event type ACUSE");
    }

    @Test
    void saysThatItCannotWrite() {
        Path nowhere = folder.resolve("none").resolve("w");

        CommandRun.of("train", SENTENCES, "--weights", nowhere.toString())
                .fails(ExitCode.FAILED, "casus: " + nowhere + ": cannot be written");
    }

    @Test
    void takesOneFolder() {
        CommandRun run = CommandRun.of("train", "a", "b");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).hasLineCount(1).contains("casus train --help");
    }
}
