package org.casus.store;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store's folder: the file that marks it as ours, and the lock that keeps a second process out, in which stands who
 * has it.
 */
final class StoreFolder implements AutoCloseable {
    static final int FORMAT = 1;
    static final String MARK = "casus.properties";
    private static final String LOCK = "casus.lock";
    /** How TDB2 names the folders of its versions of a database. */
    private static final String DATA = "Data-";
    /** A batch that does not fit ends in a torn memory-mapped page, so that the room is asked for beforehand. */
    private static final long ROOM = 64L << 20;
    /** Of that, what a write leaves, unless others took it meanwhile. */
    private static final long LEFT = 4L << 20;

    private final Path path;
    private final FileChannel channel;
    /** Set where this is a copy of a store that another process has. */
    private final @Nullable CopyRequest borrowed;

    private StoreFolder(Path path, FileChannel channel, @Nullable CopyRequest borrowed) {
        this.path = path;
        this.channel = channel;
        this.borrowed = borrowed;
    }

    /** The copy that was made on request, given back when it is closed. */
    static StoreFolder borrowed(CopyRequest request) {
        StoreFolder copy = existing(request.copy());
        return new StoreFolder(copy.path, copy.channel, request);
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
        return ifFree(path)
                .orElseThrow(() -> new StoreException(
                        "the store %s is in use by %s: wait until it ends; casus serve --watch DIR writes and answers in one process"
                                .formatted(path, user(path))));
    }

    /** The same; empty where another process has it. */
    static Optional<StoreFolder> ifFree(Path path) {
        if (!Files.isDirectory(path)) {
            throw new StoreException("no store at %s: make one with casus build".formatted(path));
        }
        try {
            if (!Files.exists(path.resolve(MARK))) {
                throw new StoreException("not a Casus store: %s has no %s".formatted(path, MARK));
            }
            refuseOtherFormat(path);
            return lock(path).map(channel -> new StoreFolder(path, channel, null));
        } catch (AccessDeniedException denied) {
            throw new StoreException(
                    "cannot open the store %s: no permission to write in it, which TDB2 must even to read: use a copy of the folder"
                            .formatted(path),
                    denied);
        } catch (IOException fault) {
            throw new StoreException("cannot open the store %s: %s".formatted(path, reason(fault)), fault);
        }
    }

    Path path() {
        return path;
    }

    /**
     * Whether a store that was only read stays open until the process ends, which the launcher says of commands that
     * soon do: to close it, TDB2 writes two dozen files to the disk that nobody changed.
     */
    boolean isLeftOpen() {
        return borrowed == null && Boolean.getBoolean("casus.store.left-open");
    }

    void refuseWrites() {
        if (borrowed != null) {
            throw new StoreException(
                    "%s is a copy of a store that another process has: it can only be read".formatted(path));
        }
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
            if (borrowed != null) {
                borrowed.close();
            }
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
        Integer number = Ints.tryParse(format);
        if (number != null && number > FORMAT) {
            throw new StoreException(
                    "the store %s was made by a newer Casus (format %d, this one reads format %d): update Casus"
                            .formatted(path, number, FORMAT));
        } else if (number == null || number < FORMAT) {
            throw new StoreException(
                    "the store %s has format \"%s\", this version of Casus reads format \"%d\": build it again"
                            .formatted(path, format, FORMAT));
        }
    }

    /**
     * To be asked between a write and its commit: that a mapped page found no room on the disk the JVM tells late, to
     * whatever its thread does by then, and nobody where the thread does nothing more.
     */
    static void refuseFull(Path path) throws IOException {
        needRoom(path, LEFT);
    }

    static void needRoom(Path path, long room) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < room) {
            throw new StoreException(
                    "disk full: the store %s needs %d MB free and has %d MB".formatted(path, room >> 20, free >> 20));
        }
    }

    private static Optional<FileChannel> lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(StoreUser.current().line().getBytes(StandardCharsets.UTF_8)));
        return Optional.of(channel);
    }

    /** Who has it, in words. */
    static String user(Path path) {
        try {
            return StoreUser.of(Files.readString(path.resolve(LOCK))).words();
        } catch (IOException unreadable) {
            return StoreUser.UNKNOWN;
        }
    }

    /** Copies all that a store consists of to a new folder, while nothing is written. */
    void copyTo(Path copy) {
        try {
            List<Path> files = files();
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(path.resolve(file));
            }
            needRoom(path, ROOM + bytes);
            for (Path file : files) {
                Path to = copy.resolve(file);
                Files.createDirectories(to.getParent());
                FileCopy.copy(path.resolve(file), to);
            }
        } catch (IOException fault) {
            throw new StoreException("cannot copy the store %s: %s".formatted(path, reason(fault)), fault);
        }
    }

    /**
     * Those of the mark, of TDB2, of the index as it was last committed, and what is kept, beneath the folder. Never a
     * lock: to close a file lets go of all locks that the process has on it.
     */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of(MARK)));
        try (Stream<Path> found = Files.walk(path, 2)) {
            found.map(path::relativize)
                    .filter(file -> file.getNameCount() == 2)
                    .filter(file -> file.getName(0).toString().startsWith(DATA))
                    .filter(file -> !file.getName(1).toString().endsWith(".lock"))
                    .forEach(files::add);
        }
        files.addAll(SearchIndex.committed(path));
        new KeptFiles(path).files().stream().map(path::relativize).forEach(files::add);
        return files;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    static String reason(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        return fault instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : fault.getClass().getSimpleName() + ": " + fault.getMessage();
    }
}
