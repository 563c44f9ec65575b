package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
    @TempDir
    private Path folder;

    @Test
    void looksThroughAFolderAndSurvivesABrokenFeed() throws IOException {
        Path news = Files.createDirectories(folder.resolve("news"));
        Files.writeString(news.resolve("a.xyz"), "neither");
        String store = folder.resolve("store").toString();

        CommandRun run = CommandRun.of(
                "watch", news.toString(), "http://localhost:1/feed", "--once", "--pause", "0s", "--store", store);

        assertThat(run.ends(ExitCode.REJECTED_INPUT).out())
                .contains("0 feeds read, 0 of them unchanged; 0 articles fetched, 1 failed")
                .contains("read 1, added 0, replaced 0, rejected 1");
        assertThat(run.err())
                .contains("casus: http://localhost:1/feed: ", "a.xyz: format .xyz")
                .hasLineCount(2);
        assertThat(CommandRun.of("rejected", "--store", store)
                        .ends(ExitCode.DONE)
                        .out())
                .startsWith("unknown-format\t")
                .hasLineCount(1);
    }

    @Test
    void saysThatAFolderIsNotThere() {
        CommandRun run = CommandRun.of(
                "watch",
                folder.resolve("none").toString(),
                "--once",
                "--store",
                folder.resolve("store").toString());

        assertThat(run.ends(ExitCode.REJECTED_INPUT).err())
                .contains("cannot watch")
                .hasLineCount(1);
    }

    @Test
    void refusesWhatIsNoFeedAndNoTime() {
        assertThat(CommandRun.of("fetch", "news.rss").ends(ExitCode.WRONG_USE).err())
                .startsWith("casus: news.rss is no address on the web");
        assertThat(CommandRun.of("watch", "news", "--every", "soon")
                        .ends(ExitCode.WRONG_USE)
                        .err())
                .contains("\"soon\" is no time such as 30s, 15m, 2h or 1d");
        assertThat(new FetchOptions.Time().convert("15m")).isEqualTo(Duration.ofMinutes(15));
    }
}
