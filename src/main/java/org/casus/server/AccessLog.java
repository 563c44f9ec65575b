package org.casus.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A line for each request: when, from where, the path without what was asked, the status and the milliseconds. */
final class AccessLog implements AutoCloseable {
    private final PrintWriter out;

    private AccessLog(PrintWriter out) {
        this.out = out;
    }

    static AccessLog to(Path file) {
        try {
            return new AccessLog(new PrintWriter(
                    Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true));
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot write the access log " + file, fault);
        }
    }

    void write(HttpServletRequest request, HttpServletResponse response, long nanos) {
        out.println("%s %s %s %s %d %d"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        request.getRemoteAddr(),
                        request.getMethod(),
                        request.getRequestURI(),
                        response.getStatus(),
                        nanos / 1_000_000));
    }

    @Override
    public void close() {
        out.close();
    }
}
