package org.casus.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The files that an export goes to, one after another. */
public interface ExportTarget {
    /** Opens the next file; it is closed before one more is asked for. */
    OutputStream next() throws IOException;

    /** How many statements or rows a file takes at most. */
    default long limit() {
        return Long.MAX_VALUE;
    }

    /** One file, which the caller closes. */
    static ExportTarget of(OutputStream out) {
        return () -> new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
