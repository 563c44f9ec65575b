package org.casus.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of others on this machine, where it has them. */
public final class OtherTools {
    /** The one on the path may be another than the one that the system's packages are for. */
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private OtherTools() {}

    /** A Python that has all of these libraries. */
    public static Optional<String> pythonWith(String... libraries) throws InterruptedException {
        String imports = "import " + String.join(", ", libraries);
        for (String python : PYTHONS) {
            if (runs(python, "-c", imports)) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    /** True where the command is there and ends well. */
    public static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** What a command that ends well prints in a folder. */
    public static String printed(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(Stream.of(command).toList() + " failed: " + printed);
        }
        return printed;
    }
}
