package org.casus.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.output.WriterOutputStream;

/** The bytes of UTF-8 that a store writes, to the writer of a command; closing it leaves the writer open. */
final class TextOutput extends FilterOutputStream {
    private final PrintWriter writer;

    TextOutput(PrintWriter writer) {
        super(decoding(writer));
        this.writer = writer;
    }

    private static OutputStream decoding(PrintWriter writer) {
        try {
            return WriterOutputStream.builder()
                    .setWriter(writer)
                    .setCharset(StandardCharsets.UTF_8)
                    .get();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
    }

    /** A writer keeps its faults to itself until it is asked. */
    @Override
    public void flush() throws IOException {
        out.flush();
        if (writer.checkError()) {
            throw new IOException("cannot write the answer: the output is closed or full");
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
