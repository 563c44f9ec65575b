package org.casus.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkCommandTest {
    @TempDir
    private Path folder;

    @Test
    void refusesToWriteNoFiles() {
        CommandRun.of("spark", "news.jsonl", "--out", "run", "--partitions", "0")
                .fails(ExitCode.WRONG_USE, "casus: --partitions is 0; at least 1 is needed (see casus spark --help)");
    }

    @Test
    void saysWhatIsNotThere() {
        Path none = folder.resolve("none.jsonl");

        CommandRun.of("spark", none.toString(), "--out", folder.resolve("run").toString(), "--master", "local[1]")
                .fails(ExitCode.FAILED, "casus: " + none + ": no such file or folder");
    }
}
