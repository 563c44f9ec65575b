package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    private Path folder;

    @Test
    void saysThatTheFolderIsGoneAndGoesOn() {
        List<String> faults = new ArrayList<>();
        CompletableFuture<Throwable> broken = new CompletableFuture<>();
        try (Watch watch = new Watch(folder, files -> {}, faults::add)) {
            watch.tryToLook(folder.resolve("none"), broken::complete);
        }

        assertThat(faults).singleElement().asString().startsWith("cannot watch");
        assertThat(broken).isNotDone();
    }

    @Test
    void handsOnWhatEndsIt() throws Exception {
        Files.writeString(folder.resolve("news.txt"), "News.");
        CompletableFuture<Throwable> broken = new CompletableFuture<>();
        try (Watch watch = new Watch(
                folder,
                files -> {
                    throw new IllegalStateException("no model");
                },
                fault -> {})) {
            watch.start(broken::complete);

            assertThat(broken.get(30, TimeUnit.SECONDS)).hasMessage("no model");
        }
    }
}
