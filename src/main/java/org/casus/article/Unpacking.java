package org.casus.article;

import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

/** Unpacked bytes, for as long as they are not far more than those that they were packed in. */
final class Unpacking extends FilterInputStream {
    /** Text packs to a fifth, seldom to a twentieth; zeros to a thousandth. */
    private static final long MAX_RATIO = 100;

    private static final long ALLOWED = 64L << 20;

    private final LongSupplier packed;
    private long unpacked;
    private boolean refused;

    Unpacking(InputStream unpacked, LongSupplier packed) {
        super(unpacked);
        this.packed = packed;
    }

    static InputStream gzip(BufferedInputStream packed) throws IOException {
        CountingInputStream counted = new CountingInputStream(new FilterInputStream(packed) {
            /** A pipe with nothing to give yet would be taken for the end of the last member. */
            @Override
            public int available() {
                return 1;
            }
        });
        return new Unpacking(new GZIPInputStream(counted, 64 * 1024), counted::getCount);
    }

    @Override
    public int read() throws IOException {
        return note(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        return note(count, count);
    }

    boolean isRefused() {
        return refused;
    }

    private int note(int result, int count) throws IOException {
        unpacked += result < 0 ? 0 : count;
        if (unpacked > ALLOWED && unpacked / MAX_RATIO > packed.getAsLong()) {
            refused = true;
            throw new RefusedInput("ratio", "unpacks to more than %d times its size".formatted(MAX_RATIO));
        }
        return result;
    }
}
