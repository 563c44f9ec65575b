package org.casus.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to a new one that takes no room for what is not written yet: TDB2 makes its files 8 MB long at once. */
final class FileCopy {
    private static final int BLOCK = 1 << 16;

    private FileCopy() {}

    static void copy(Path from, Path to) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        ByteBuffer nothing = ByteBuffer.allocateDirect(BLOCK);
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            long at = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                block.flip();
                if (!block.equals(nothing.slice(0, read))) {
                    while (block.hasRemaining()) {
                        out.write(block, at + block.position());
                    }
                }
                at += read;
                block.clear();
            }
            if (out.size() < at) {
                out.write(nothing.slice(0, 1), at - 1);
            }
        }
    }
}
