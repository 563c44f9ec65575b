package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.casus.Main;
import org.casus.store.ChildProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build of the examples with all models is killed at any moment, and the next one completes it to the same bytes.
 * Takes minutes: {@code -Dcasus.killed-builds=5} does so five times.
 */
@Tag("models")
@EnabledIfSystemProperty(named = "casus.killed-builds", matches = "\\d+")
class KilledBuildTest {
    private static final int KILLS = Integer.getInteger("casus.killed-builds", 0);
    /** More articles than are stored in one transaction. */
    private static final int TIMES = 5;

    @TempDir
    private Path folder;

    @Test
    void isCompletedToTheSameBytes() throws IOException, InterruptedException {
        Path news = news();
        long start = System.nanoTime();
        String expected = built(news, folder.resolve("undisturbed"));
        long whole = Duration.ofNanos(System.nanoTime() - start).toMillis();
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            Path store = folder.resolve("killed" + kill);
            long moment = random.nextLong(whole);

            boolean killed = kill(build(news, store), moment);
            String completed = built(news, store);

            System.out.printf("killed after %d ms of %d: %b%n", moment, whole, killed);
            assertThat(completed).as("killed after %d ms", moment).isEqualTo(expected);
        }
    }

    /** The examples, several times under other ids. */
    private Path news() throws IOException {
        Path news = Files.createDirectory(folder.resolve("news"));
        try (Stream<Path> examples = Files.list(Path.of("examples/articles"))) {
            for (Path example : examples.toList()) {
                for (int i = 0; i < TIMES; i++) {
                    String renamed = Files.readString(example).replaceFirst("id: (\\S+)", "id: $1-" + i);
                    Files.writeString(news.resolve(i + "-" + example.getFileName()), renamed);
                }
            }
        }
        return news;
    }

    private Process build(Path news, Path store) throws IOException {
        return ChildProcess.of(Main.class, "build", news.toString(), "--store", store.toString())
                .redirectErrorStream(true)
                .redirectOutput(said().toFile())
                .start();
    }

    private Path said() {
        return folder.resolve("said.txt");
    }

    private static boolean kill(Process process, long moment) throws InterruptedException {
        boolean ended = process.waitFor(moment, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    /** What a build that nobody disturbs makes of a store. */
    private String built(Path news, Path store) throws IOException, InterruptedException {
        int exitCode = build(news, store).waitFor();
        assertThat(exitCode).as(Files.readString(said())).isEqualTo(ExitCode.DONE);
        CommandRun.of("check", "--store", store.toString()).ends(ExitCode.DONE);
        List<String> quads = CommandRun.of("export", "--format", "nquads", "--store", store.toString())
                .out()
                .lines()
                .sorted()
                .toList();
        return String.join("\n", quads);
    }
}
