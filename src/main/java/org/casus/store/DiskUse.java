package org.casus.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Bytes that a store takes on the disk.
 *
 * @param quads of the database
 * @param search of the full-text index
 * @param annotations of what the language models made of its articles
 */
public record DiskUse(long quads, long search, long annotations) {
    private static final int BLOCK = 4096;
    private static final byte[] UNWRITTEN = new byte[BLOCK];
    static final DiskUse NONE = new DiskUse(0, 0, 0);

    static DiskUse of(Path store) throws IOException {
        return new DiskUse(
                sum(store, name -> name.startsWith("Data-")),
                sum(store, SearchIndex.FOLDER::equals),
                sum(store, Annotations.FOLDER::equals));
    }

    private static long sum(Path store, Predicate<String> folder) throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(file -> file.getNameCount() > store.getNameCount() + 1)
                    .filter(file ->
                            folder.test(file.getName(store.getNameCount()).toString()))
                    .filter(Files::isRegularFile)
                    .mapToLong(DiskUse::written)
                    .sum();
        }
    }

    /** TDB2 makes its files longer than it fills them, and what was never written takes no room. */
    private static long written(Path file) {
        byte[] block = new byte[BLOCK];
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long end = bytes.length();
            while (end > 0) {
                long start = (end - 1) / BLOCK * BLOCK;
                bytes.seek(start);
                bytes.readFully(block, 0, (int) (end - start));
                if (!Arrays.equals(block, 0, (int) (end - start), UNWRITTEN, 0, (int) (end - start))) {
                    return end;
                }
                end = start;
            }
            return 0;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
