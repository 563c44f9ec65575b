package org.casus.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterruptedEncoderTest {
    private static final String DONE = "encoders made while the process ends: 2";

    @Test
    void endsItsWorkWhileTheProcessEnds() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndingProcess.class.getName())
                .redirectErrorStream(true)
                .start();

        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(told).contains(DONE);
        assertThat(process.waitFor()).isZero();
    }

    /** Ends while a hook waits for its work, as a build does at Ctrl-C. */
    static final class EndingProcess {
        private EndingProcess() {}

        public static void main(String... arguments) {
            new Encoder().close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                for (int i = 0; i < 2; i++) {
                    new Encoder().close();
                }
                System.out.println(DONE);
            }));
            System.exit(0);
        }
    }
}
