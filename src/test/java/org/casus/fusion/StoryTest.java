package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterables;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final Path TRAINING = Path.of("src", "main", "training");
    private static final int FEWEST = 3;

    private final Words words = new Words();

    @Test
    void bringsTogetherWhatSharesRareWords() {
        Story fire = story("Rioters torched a branch of the Hellas Bank in Patras. Two tellers choked to death.");
        Story same = story("The two dead tellers had worked in the Hellas branch for years, a union in Patras said.");
        Story other = story("Two men were shot dead in a bank in Tartu, police said. One worked there for years.");

        assertThat(fire.likeness(fire)).isBetween(0.999, 1.001);
        assertThat(fire.likeness(same)).isGreaterThan(2 * fire.likeness(other));
        assertThat(fire.likeness(story(""))).isZero();
    }

    @Test
    void tellsNounsFromNames() {
        assertThat(Stream.of("police", "teenager", "workers")).allMatch(words::isCommon);
        assertThat(Stream.of("pashinyan", "gupta", "hakim")).noneMatch(words::isCommon);
    }

    /** Writes the table again when the training sentences have changed: run main. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of("src/main/resources/org/casus/fusion/words.tsv"), counted());
    }

    @Test
    void holdsTheCountsOfTheTrainingSentences() throws IOException {
        assertThat(Resources.readLines(Resources.getResource(Words.class, "words.tsv"), StandardCharsets.UTF_8))
                .isEqualTo(counted());
    }

    private static List<String> counted() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(TRAINING)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".tsv")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> Iterables.getLast(Splitter.on('\t').split(line)))
                        .forEach(sentences::add);
            }
        }
        Map<String, Long> counts = sentences.stream()
                .flatMap(sentence -> Words.stems(sentence).distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<String> lines = new ArrayList<>();
        lines.add(
                "# In how many of the sentences in src/main/training a stem of five letters stands, where in three or more; of "
                        + sentences.size());
        counts.forEach((stem, count) -> {
            if (count >= FEWEST) {
                lines.add(stem + "\t" + count);
            }
        });
        return lines;
    }

    private Story story(String text) {
        return Story.of(Stream.of(text), words);
    }
}
