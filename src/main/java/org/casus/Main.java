package org.casus;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.casus.cli.CommandLineRunner;

/** The command {@code casus}; the one place that ends the process. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        // The streams of Java 17 write in the encoding of the locale, and results are UTF-8 everywhere.
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = new CommandLineRunner(out, err).run(arguments);
        out.flush();
        System.exit(exitCode);
    }
}
