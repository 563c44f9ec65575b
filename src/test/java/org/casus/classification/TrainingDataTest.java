package org.casus.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
    private static final Set<String> TYPES = Set.of("ACCUSE", "REJECT");

    @TempDir
    private Path folder;

    private Path write(String file, String... lines) throws IOException {
        return Files.writeString(folder.resolve(file), String.join("\n", lines).replace('>', '\t'));
    }

    @Test
    void readsFilesInTheOrderOfTheirNames() throws IOException {
        write("b.tsv", "# comment", "", "deny/v>REJECT>->[Peru] *denied* it.");
        write("a.tsv", "blame/v>ACCUSE>->[Peru] *blamed* {Chile}.");
        write("notes.txt", "not read");

        TrainingData data = TrainingData.read(folder);

        assertThat(data.sentences()).extracting(TrainingSentence::place).containsExactly("a.tsv:1", "b.tsv:3");
        assertThat(data.faults(TYPES)).isEmpty();
    }

    @Test
    void namesTheLineOfAFault() throws IOException {
        write("a.tsv", "blame/v>ACCUSE>->[Peru] *blamed* {Chile}.", "blame/v>ACCUSE");

        assertThatThrownBy(() -> TrainingData.read(folder)).hasMessageStartingWith("a.tsv:2: ");
    }

    @Test
    void refusesAFolderWithoutSentences() throws IOException {
        assertThatThrownBy(() -> TrainingData.read(folder)).hasMessage(folder + ": no *.tsv with training sentences");
        assertThatThrownBy(() -> TrainingData.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);

        Path empty = write("a.tsv", "# nothing yet");

        assertThatThrownBy(() -> TrainingData.read(folder)).hasMessage(folder + ": no training sentences");
        assertThatThrownBy(() -> TrainingData.read(empty)).hasMessage(empty + ": not a folder");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("a.tsv");
        Files.write(file, "deny/v\tREJECT\t-\t[São Tomé] *denied* it.".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> TrainingData.read(folder)).hasMessage(file + ": cannot be read as UTF-8 text");
    }

    @Test
    void faultsTheThirteenthSentenceOfAFrame() throws IOException {
        write(
                "a.tsv",
                IntStream.rangeClosed(1, 14)
                        .mapToObj(i -> "deny/v>REJECT>->[Town%d] *denied* {river%d}.".formatted(i, i))
                        .toArray(String[]::new));

        assertThat(TrainingData.read(folder).faults(TYPES))
                .containsExactly("a.tsv:13: more than 12 sentences of deny/v as REJECT");
    }

    @Test
    void countsAFramesSentencesInAllFiles() throws IOException {
        for (String file : Set.of("a.tsv", "b.tsv")) {
            write(
                    file,
                    IntStream.rangeClosed(1, 7)
                            .mapToObj(i -> "deny/v>REJECT>->[Town%s%d] *denied* {river%s%d}."
                                    .formatted(file.charAt(0), i, file.charAt(0), i))
                            .toArray(String[]::new));
        }

        assertThat(TrainingData.read(folder).faults(TYPES))
                .containsExactly("b.tsv:6: more than 12 sentences of deny/v as REJECT");
    }

    @Test
    void faultsSentencesThatAreNearlyTheSame() throws IOException {
        write(
                "a.tsv",
                "blame/v>ACCUSE>->[Peru] openly *blamed* {Chile} for the leak of secret papers on Monday.",
                "blame/v>ACCUSE>->[Peru] openly *blamed* {Chile} for the leak of secret papers on Friday.",
                "blame/v>NONE>->[Peru] openly *blamed* {Chile} for the leak of secret papers on Sunday.",
                "blame/v>ACCUSE>->The coach of [Lima] *blamed* {the referee}.");

        assertThat(TrainingData.read(folder).faults(TYPES)).containsExactly("a.tsv:2: nearly the same as a.tsv:1");
    }

    @Test
    void faultsATypeThatIsNone() throws IOException {
        write("a.tsv", "blame/v>ACUSE>->[Peru] *blamed* {Chile}.");

        assertThat(TrainingData.read(folder).faults(TYPES)).containsExactly("a.tsv:1: no event type ACUSE");
    }

    @Test
    void holdsWhatIsShipped() throws IOException {
        TrainingData data = TrainingData.read(Path.of("src/main/training"));
        Set<String> labels =
                data.sentences().stream().map(TrainingSentence::label).collect(Collectors.toSet());
        long none = data.sentences().stream()
                .filter(sentence -> sentence.type().equals(TrainingSentence.NONE))
                .count();

        assertThat(data.faults(Plover.MODES.keySet())).isEmpty();
        assertThat(data.sentences()).hasSizeGreaterThanOrEqualTo(6000);
        assertThat(3 * none).isGreaterThanOrEqualTo(data.sentences().size());
        assertThat(labels).containsAll(Plover.labels()).isSubsetOf(Plover.labelsAndTypes());
    }
}
