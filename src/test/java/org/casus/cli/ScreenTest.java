package org.casus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.io.file.PathUtils;
import org.casus.export.OtherTools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a terminal of ten lines, which {@code script} of util-linux makes. */
class ScreenTest {
    private static final int SECONDS = 120;
    private static final int ROWS = 60;

    @TempDir
    private static Path dir;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        assumeThat(OtherTools.runs("script", "--version") && OtherTools.runs("less", "--version"))
                .as("script and less on this machine")
                .isTrue();
        PathUtils.copyFileToDirectory(Path.of("casus"), dir);
        allClasses(Files.createDirectories(dir.resolve("target/casus/lib")).resolve("all.jar"));
        CommandRun.store(dir.resolve("casus-data"));
        rows("long.rq", ROWS);
        rows("short.rq", 3);
    }

    @Test
    void showsThePageThatFitsUntilTheReaderLeaves() throws IOException, InterruptedException {
        assertThat(typed("q", "query long.rq")).contains("row-1", "row-7").doesNotContain("row-8", "row-" + ROWS);
    }

    @Test
    void waitsForNobodyWhereAllFits() throws IOException, InterruptedException {
        assertThat(typed("", "query short.rq")).contains("row-1", "row-3");
    }

    @Test
    void doesNotPageWhereThatIsNotWanted() throws IOException, InterruptedException {
        assertThat(typed("", "query long.rq --no-pager")).contains("row-1", "row-" + ROWS);
    }

    /** What stands on the screen after somebody typed some keys and the command ended. */
    private static String typed(String keys, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "timeout",
                        Integer.toString(SECONDS),
                        "script",
                        "--quiet",
                        "--return",
                        "--command",
                        "stty rows 10 cols 80; ./casus " + command,
                        "/dev/null")
                .directory(dir.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        builder.environment().remove("CASUS_PAGER");
        builder.environment().remove("LESS");
        Process process = builder.start();
        process.getOutputStream().write(keys.getBytes(UTF_8));
        process.getOutputStream().flush();
        String screen = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(screen).isZero();
        return screen;
    }

    private static void rows(String name, int count) throws IOException {
        String values =
                IntStream.rangeClosed(1, count).mapToObj(i -> "'row-" + i + "'").collect(Collectors.joining(" "));
        Files.writeString(dir.resolve(name), "SELECT ?row { VALUES ?row { " + values + " } }");
    }

    /** The launcher takes all jars of a folder: this one names what the tests run with. */
    private static void allClasses(Path jar) throws IOException {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("casus.test.class.path", ""));
        String all = given.isEmpty() ? System.getProperty("java.class.path") : given;
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(all.split(File.pathSeparator))
                                .map(path -> Path.of(path).toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
