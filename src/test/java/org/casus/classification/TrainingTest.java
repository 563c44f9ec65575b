package org.casus.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final Path SENTENCES = Path.of("src/test/resources/training");
    private static final Set<String> TYPES = Set.of("ASSAULT", "CONSULT");

    @TempDir
    private Path folder;

    @Test
    @Tag("models")
    void learnsWhatIsFarApartAndGivesTheSameBytes() throws IOException {
        List<Integer> encoded = new ArrayList<>();
        Path once = folder.resolve("once.weights");
        Path again = folder.resolve("again.weights");

        TrainingReport report = Training.run(SENTENCES, TYPES, once, encoded::add);
        Training.run(SENTENCES, TYPES, again, any -> {});

        assertThat(encoded).hasSize(43).last().isEqualTo(43);
        assertThat(report.answers()).hasSize(43);
        assertThat(report.rows()).containsKeys("ASSAULT", "CONSULT", "NONE");
        assertThat(report.accuracy()).isGreaterThan(0.8);
        assertThat(report.temperature()).isBetween(0.4, 2.01);
        assertThat(again).hasSameBinaryContentAs(once);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(once))) {
            assertThat(Weights.read(in).labels())
                    .contains("ASSAULT.explosives", "CONSULT.phone", "NONE")
                    .isSorted();
        }
    }

    @Test
    void refusesSentencesOfOneLemma() throws IOException {
        Files.writeString(folder.resolve("a.tsv"), "rain/v\tNONE\t-\tIt *rained* in Oslo.\n");

        assertThatThrownBy(() -> Training.run(folder, TYPES, folder.resolve("w"), any -> {}))
                .hasMessage(folder + ": too few lemmas to keep any aside");
    }

    @Test
    void saysTheFirstFaultAndHowManyMoreThereAre() throws IOException {
        Files.writeString(
                folder.resolve("a.tsv"),
                "rain/v\tRAIN\t-\tIt *rained* in Oslo.\npour/v\tPOUR\t-\t*Pouring* over Bergen.\n");

        assertThatThrownBy(() -> Training.run(folder, TYPES, folder.resolve("w"), any -> {}))
                .hasMessage("a.tsv:1: no event type RAIN (and 1 more)");
    }

    @Test
    void saysBeforeItTrainsThatItCannotWrite() {
        Path nowhere = folder.resolve("none").resolve("w");

        assertThatThrownBy(() -> Training.run(SENTENCES, TYPES, nowhere, any -> {}))
                .hasMessage(nowhere + ": cannot be written");
        assertThatThrownBy(() -> Training.run(SENTENCES, TYPES, folder, any -> {}))
                .hasMessage(folder + ": cannot be written");
    }
}
