package org.casus.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Standard output where a person reads it: long answers go through a pager, {@code CASUS_PAGER} or {@code less}, which
 * ends by itself where all fits, and does not wrap tables.
 */
final class Screen extends FilterOutputStream {
    private static final String PAGER = "CASUS_PAGER";
    private static final List<String> LESS = List.of("less", "-F", "-R", "-S", "-X");

    private final Process pager;
    private boolean left;

    private Screen(Process pager) {
        super(pager.getOutputStream());
        this.pager = pager;
    }

    /** True where standard output is a terminal; Java 17 cannot tell, the launcher can. */
    static boolean isThere() {
        return Boolean.getBoolean("casus.screen");
    }

    /** A screen, or what stands in for it where there is no pager. */
    static OutputStream orElse(OutputStream plain) {
        Process pager = started();
        return pager == null ? plain : new Screen(pager);
    }

    private static @Nullable Process started() {
        String own = System.getenv(PAGER);
        if (own != null && own.isBlank()) {
            return null;
        }
        try {
            return new ProcessBuilder(own == null ? LESS : List.of("sh", "-c", own))
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException none) {
            return null;
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /** Whoever leaves the pager has read enough. */
    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (!left) {
            try {
                out.write(bytes, from, count);
            } catch (IOException closed) {
                left = true;
            }
        }
    }

    @Override
    public void flush() {
        if (!left) {
            try {
                out.flush();
            } catch (IOException closed) {
                left = true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        try {
            out.close();
        } catch (IOException closed) {
            left = true;
        }
        try {
            pager.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
