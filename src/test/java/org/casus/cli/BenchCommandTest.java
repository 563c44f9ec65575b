package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @Test
    void saysThatThereIsNothingToMeasure(@TempDir Path dir) {
        CommandRun run = CommandRun.of("bench", dir.resolve("none").toString()).ends(ExitCode.WRONG_USE);

        assertThat(run.err()).contains("none: no such file or folder", "no article in");
    }

    @Test
    @Tag("models")
    void measuresEachFloor(@TempDir Path dir) throws Exception {
        Path articles = Files.writeString(dir.resolve("two.jsonl"), """
                {"id": "1", "text": "The envoy of Norway visited Cyprus on Monday and held talks with the president."}
                {"id": "2", "text": "Not read."}
                """);

        CommandRun run = CommandRun.of("bench", "--articles", "1", "--threads", "2", articles.toString())
                .ends(ExitCode.DONE);

        assertThat(run.out().lines()).first().isEqualTo("1 articles, one thread, the second of two passes");
        assertThat(run.out())
                .containsSubsequence(
                        "annotation", "tokenize", "parse", "extraction", "entity", "graph", "on 2 threads", "speedup=");
        assertThat(run.out()).doesNotContain("ratio=");
    }
}
