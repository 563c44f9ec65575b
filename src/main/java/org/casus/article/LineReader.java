package org.casus.article;

import com.google.common.collect.AbstractIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Bytes to the lines that are not empty, of which none is held beyond a limit. */
final class LineReader extends AbstractIterator<LineReader.Line> {
    /** A line without its end, counted from 1; cut where it was longer than the limit. */
    static final class Line {
        final int number;
        final byte[] bytes;
        final boolean cut;

        Line(int number, byte[] bytes, boolean cut) {
            this.number = number;
            this.bytes = bytes;
            this.cut = cut;
        }
    }

    /** What follows a line that never ends is not waited for. */
    private static final long MAX_LINE_BYTES = 1L << 30;

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private int number;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    @Override
    @SuppressWarnings("NullAway") // endOfData returns null by contract.
    protected Line computeNext() {
        try {
            skipEmptyLines();
            return fill() ? readLine() : endOfData();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Millions of them would each cost as much as one with words. */
    private void skipEmptyLines() throws IOException {
        while (fill() && buffer[from] == '\n') {
            from++;
            number++;
        }
    }

    private Line readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean cut = false;
        boolean ended = false;
        long length = 0;
        while (!ended && fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - from, limit - line.size());
            line.write(buffer, from, kept);
            cut |= kept < end - from;
            length += end - from;
            if (length > MAX_LINE_BYTES) {
                throw new RefusedInput("too-long", "line %d is longer than 1 GB".formatted(number + 1));
            }
            ended = end < to;
            from = ended ? end + 1 : end;
        }
        number++;
        return new Line(number, line.toByteArray(), cut);
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
        }
        return from < to;
    }
}
