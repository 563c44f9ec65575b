package org.casus.entity;

import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * The lines of a dump, packed or not, in a buffer that the next line takes again. Ends quietly where a file is cut off.
 */
final class DumpLines implements Closeable {
    private static final int BUFFER = 1 << 16;
    /** A longer one is no entity; the longest of Wikidata have some megabytes. */
    private static final int LONGEST = 1 << 26;

    private final CountingInputStream file;
    private final InputStream in;
    private final byte[] block = new byte[BUFFER];
    private int from;
    private int until;
    private byte[] line = new byte[BUFFER];
    private int length;
    private boolean truncated;

    private DumpLines(CountingInputStream file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static DumpLines open(Path dump) throws IOException {
        CountingInputStream file = new CountingInputStream(new BufferedInputStream(Files.newInputStream(dump), BUFFER));
        try {
            String name = dump.toString().toLowerCase(Locale.ROOT);
            InputStream in = name.endsWith(".bz2")
                    ? new BZip2CompressorInputStream(file, true)
                    : name.endsWith(".gz") ? new GZIPInputStream(file, BUFFER) : file;
            return new DumpLines(file, in);
        } catch (IOException fault) {
            file.close();
            throw new IOException("%s: %s".formatted(dump, fault.getMessage()), fault);
        }
    }

    /** Of a stream that is unpacked already, or of a part of a file. */
    static DumpLines of(InputStream in) {
        CountingInputStream counted = new CountingInputStream(in);
        return new DumpLines(counted, counted);
    }

    /** Moves to the next line; false after the last. */
    boolean next() {
        length = 0;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = from;
            while (end < until && block[end] != '\n') {
                end++;
            }
            keep(end - from);
            boolean complete = end < until;
            from = complete ? end + 1 : end;
            if (complete) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() {
        if (from < until) {
            return true;
        }
        try {
            until = in.read(block);
        } catch (IOException cut) {
            // What the unpackers throw where a file ends early, or where it is damaged: nothing after that can be read.
            truncated = true;
            until = -1;
        }
        from = 0;
        return until > 0;
    }

    private void keep(int count) {
        if (length + count > LONGEST) {
            length = LONGEST + 1;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, 2 * (length + count)));
        }
        System.arraycopy(block, from, line, length, count);
        length += count;
    }

    /** Only its first {@link #length} bytes are the line's. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return length > LONGEST;
    }

    /** Whether the file ended in the middle of something, or could not be unpacked any further. */
    boolean isTruncated() {
        return truncated;
    }

    /** Of the file, as it lies on the disk. */
    long bytesRead() {
        return file.getCount();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
