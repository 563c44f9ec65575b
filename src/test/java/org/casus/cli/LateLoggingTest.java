package org.casus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import org.apache.logging.log4j.LogManager;
import org.casus.store.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

class LateLoggingTest {
    private static final String CORE = "org.apache.logging.log4j.core.config.xml.XmlConfiguration";

    /** Logs what is not written, then what is. */
    public static void main(String... arguments) {
        LoggerFactory.getLogger("org.apache.jena.X").warn("a warning of a library");
        LogManager.getLogger("org.casus.X").info("an information of Casus");
        Logger.getLogger("org.apache.sis").info("an information through Java");
        System.out.println("quiet");
        LoggerFactory.getLogger("org.apache.jena.X").error("no {} left", "room", new IllegalStateException("full"));
        LogManager.getLogger("org.casus.X").warn("{} of 2", 1);
        Logger.getLogger("org.apache.sis").severe("a fault through Java");
        LogManager.getLogger("net.dankito.X").error("what log4j2.xml turns off");
    }

    @Test
    void startsTheCoreWithTheFirstLineToWrite() throws Exception {
        List<String> said = said(LateLoggingTest.class, "-Xlog:class+load:stdout");

        assertThat(said)
                .filteredOn(line -> line.startsWith("casus: "))
                .containsExactly("casus: no room left", "casus: 1 of 2", "casus: a fault through Java");
        assertThat(said).noneMatch(line -> line.contains("IllegalStateException: full"));
        assertThat(said.subList(0, said.indexOf("quiet"))).noneMatch(line -> line.contains(CORE));
        assertThat(said).anyMatch(line -> line.contains(CORE));
    }

    @Test
    void leavesAllToAnotherConfiguration(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("own.properties"), """
                appender.all.type = Console
                appender.all.name = all
                appender.all.layout.type = PatternLayout
                appender.all.layout.pattern = own: %p %m%n
                rootLogger.level = INFO
                rootLogger.appenderRef.all.ref = all
                """);

        assertThat(said(LateLoggingTest.class, "-Dlog4j2.configurationFile=" + file.toUri()))
                .contains("own: WARN a warning of a library", "own: INFO an information of Casus");
    }

    @Test
    void isNotThereWhereMoreIsSaid() throws Exception {
        assertThat(said(Verbose.class, "")).containsExactly("casus: said with the option verbose", "0");
    }

    /** Runs a command with the option verbose in its longer form. */
    static final class Verbose {
        public static void main(String... arguments) {
            PrintWriter out = new PrintWriter(System.out, true, UTF_8);
            int code = new CommandLineRunner(out, out).with("say", new Say()).run("say", "--verbose=true");
            out.println(code);
        }
    }

    @Command(name = "say")
    static final class Say implements Runnable {
        @Override
        public void run() {
            LogManager.getLogger("org.casus.X").info("said with the option verbose");
        }
    }

    private static List<String> said(Class<?> main, String option) throws Exception {
        ProcessBuilder child = ChildProcess.of(main);
        child.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        "-Dlog4j.provider=" + LateLogging.class.getName()
                                + " -Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager "
                                + option);
        Process process = child.redirectErrorStream(true).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .filter(line -> !line.startsWith("Picked up "))
                .toList();
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
