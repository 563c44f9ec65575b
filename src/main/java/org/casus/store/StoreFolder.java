package org.casus.store;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A store's folder: the file that marks it as ours, and the lock that keeps a second process out. */
final class StoreFolder implements AutoCloseable {
    static final int FORMAT = 1;
    static final String MARK = "casus.properties";
    private static final String LOCK = "casus.lock";
    /** A batch that does not fit ends in a torn memory-mapped page, so that the room is asked for beforehand. */
    private static final long ROOM = 64L << 20;

    private final Path path;
    private final FileChannel channel;

    private StoreFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens the folder, made where there is none. */
    static StoreFolder create(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StoreException("not a folder: " + path);
        }
        try {
            Files.createDirectories(path);
            if (!Files.exists(path.resolve(MARK))) {
                refuseForeign(path);
                needRoom(path, ROOM);
                Files.writeString(path.resolve(MARK), "format=" + FORMAT + "\n");
            }
        } catch (IOException fault) {
            throw new StoreException("cannot make a store in %s: %s".formatted(path, reason(fault)), fault);
        }
        return existing(path);
    }

    /** Opens a folder that must be a store already. */
    static StoreFolder existing(Path path) {
        if (!Files.isDirectory(path)) {
            throw new StoreException("no store at %s: make one with casus build".formatted(path));
        }
        try {
            if (!Files.exists(path.resolve(MARK))) {
                throw new StoreException("not a Casus store: %s has no %s".formatted(path, MARK));
            }
            refuseOtherFormat(path);
            return new StoreFolder(path, lock(path));
        } catch (IOException fault) {
            throw new StoreException("cannot open the store %s: %s".formatted(path, reason(fault)), fault);
        }
    }

    Path path() {
        return path;
    }

    void needRoom() {
        needRoom(0);
    }

    /** For so many bytes beside what is always needed. */
    void needRoom(long bytes) {
        try {
            needRoom(path, bytes + ROOM);
        } catch (IOException fault) {
            throw new StoreException("cannot write to the store %s: %s".formatted(path, reason(fault)), fault);
        }
    }

    /** What takes room in it. */
    DiskUse use() {
        try {
            return DiskUse.of(path);
        } catch (IOException fault) {
            throw new StoreException("cannot read the store %s: %s".formatted(path, reason(fault)), fault);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException fault) {
            throw new StoreException("cannot close the store %s: %s".formatted(path, reason(fault)), fault);
        }
    }

    private static void refuseForeign(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            if (files.anyMatch(file -> !file.endsWith(LOCK))) {
                throw new StoreException("not a Casus store: %s holds other files".formatted(path));
            }
        }
    }

    private static void refuseOtherFormat(Path path) throws IOException {
        String format = "";
        for (String line : Files.readAllLines(path.resolve(MARK))) {
            if (line.startsWith("format=")) {
                format = Splitter.on('=').limit(2).splitToList(line).get(1).strip();
            }
        }
        if (!format.equals(Integer.toString(FORMAT))) {
            throw new StoreException(
                    "the store %s has format \"%s\", this version of Casus reads format \"%d\": build it again"
                            .formatted(path, format, FORMAT));
        }
    }

    private static void needRoom(Path path, long room) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < room) {
            throw new StoreException(
                    "disk full: the store %s needs %d MB free and has %d MB".formatted(path, room >> 20, free >> 20));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new StoreException("the store %s is in use by another process".formatted(path));
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    private static String reason(IOException fault) {
        return fault instanceof AccessDeniedException
                ? "permission denied"
                : fault.getClass().getSimpleName() + ": " + fault.getMessage();
    }
}
