package org.casus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Logger;
import org.apache.logging.log4j.LogManager;
import org.casus.store.ChildProcess;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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
        ProcessBuilder child = ChildProcess.of(LateLoggingTest.class);
        child.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        "-Dlog4j.provider=" + LateLogging.class.getName()
                                + " -Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager"
                                + " -Xlog:class+load:stdout");
        Process process = child.redirectErrorStream(true).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).isZero();
        assertThat(said)
                .filteredOn(line -> line.startsWith("casus: "))
                .containsExactly("casus: no room left", "casus: 1 of 2", "casus: a fault through Java");
        assertThat(said).noneMatch(line -> line.contains("IllegalStateException: full"));
        assertThat(said.subList(0, said.indexOf("quiet"))).noneMatch(line -> line.contains(CORE));
        assertThat(said).anyMatch(line -> line.contains(CORE));
    }
}
