package org.casus.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;

/**
 * The checksum of the file in which a database keeps its nodes, noted beside it after each commit. TDB2 only appends to
 * that file, and hands on nothing for a node that it cannot read, so that a damaged store would look like a smaller
 * one.
 */
final class NodeChecksum {
    static final String NODES = "nodes-data.obj";
    /** So much is read in a twentieth of a second. */
    private static final long SMALL = 64L << 20;

    private static final String NOTED = "nodes.crc32c";
    private static final String FRESH = ".new";
    private static final int BUFFER = 1 << 20;

    private final Path folder;
    private final CRC32C sum = new CRC32C();
    /** Of so many bytes from the beginning. */
    private long length;

    NodeChecksum(Path folder) {
        this.folder = folder;
    }

    boolean isOf(Path other) {
        return folder.equals(other);
    }

    /** {@link #holds} for a small file; a larger one has at least lost nothing. */
    boolean seemsToHold() throws IOException {
        long size = Files.size(folder.resolve(NODES));
        return size > SMALL ? size(noted()) <= size : holds();
    }

    /**
     * Whether the file begins with what was noted; true where nothing was. What was written after it was not committed.
     */
    boolean holds() throws IOException {
        String noted = noted();
        if (length < size(noted)) {
            read(size(noted));
        }
        return noted.isEmpty() || length > size(noted) || noted.equals(line());
    }

    /**
     * To be called after a commit. A disk that is full or read-only keeps the note of before, which still holds.
     *
     * @return false where the file does not hold what was noted before, which then stays
     */
    boolean note() {
        try {
            if (!holds()) {
                return false;
            }
            read(Long.MAX_VALUE);
            Path fresh = Files.writeString(folder.resolve(NOTED + FRESH), line() + "\n");
            Files.move(fresh, folder.resolve(NOTED), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            // As said.
        }
        return true;
    }

    /** Empty where there is none that can be read. */
    private String noted() throws IOException {
        Path file = folder.resolve(NOTED);
        String noted = Files.exists(file) ? Files.readString(file).strip() : "";
        return noted.matches("\\d{1,18} [0-9a-f]+") ? noted : "";
    }

    private static long size(String noted) {
        return noted.isEmpty() ? 0 : Long.parseLong(noted.substring(0, noted.indexOf(' ')));
    }

    private String line() {
        return "%d %08x".formatted(length, sum.getValue());
    }

    private void read(long end) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (FileChannel nodes = FileChannel.open(folder.resolve(NODES))) {
            while (length < end && nodes.read(buffer.clear().limit((int) Math.min(BUFFER, end - length)), length) > 0) {
                length += buffer.position();
                sum.update(buffer.flip());
            }
        }
    }
}
