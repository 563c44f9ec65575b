package org.casus.article;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how much of all inputs has been read. */
final class MeteredInput extends FilterInputStream {
    private final AtomicLong read;

    MeteredInput(InputStream in, AtomicLong read) {
        super(in);
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        read.addAndGet(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        read.addAndGet(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        read.addAndGet(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
