package org.casus.store;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wish for a copy of a store that another process has, as a folder within the store's own. Who asks holds a lock in
 * it for as long as the copy is read, so that what a killed reader leaves behind can be told from what is in use. The
 * file {@code wanted} comes last from who asks, the file {@code answer} last from who answers: it holds nothing, or why
 * there is no copy.
 */
final class CopyRequest implements AutoCloseable {
    private static final String FOLDER = "copies";
    private static final String LOCK = "reader.lock";
    private static final String WANTED = "wanted";
    private static final String ANSWER = "answer";
    private static final String COPY = "store";

    private final Path folder;
    private final FileChannel lock;

    private CopyRequest(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Where the requests for copies of a store are. */
    static Path folder(Path store) {
        return store.resolve(FOLDER);
    }

    static CopyRequest to(Path store) throws IOException {
        Path folder =
                folder(store).resolve("%d-%d".formatted(ProcessHandle.current().pid(), System.nanoTime()));
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock held = lock.lock();
        if (!held.isValid()) {
            throw new IOException("no lock in " + folder);
        }
        Files.createFile(folder.resolve(WANTED));
        return new CopyRequest(folder, lock);
    }

    /** Empty until there is an answer; then why there is no copy, or nothing where there is one. */
    Optional<String> answer() throws IOException {
        return answer(folder);
    }

    Path copy() {
        return copy(folder);
    }

    /** Gives the copy back, which is then gone. */
    @Override
    public void close() throws IOException {
        lock.close();
        delete(folder);
    }

    static Path copy(Path request) {
        return request.resolve(COPY);
    }

    static boolean isWanted(Path request) {
        return Files.exists(request.resolve(WANTED));
    }

    static Optional<String> answer(Path request) throws IOException {
        Path answer = request.resolve(ANSWER);
        return Files.exists(answer) ? Optional.of(Files.readString(answer)) : Optional.empty();
    }

    static void answer(Path request, String fault) throws IOException {
        Path fresh = Files.writeString(request.resolve(ANSWER + ".new"), fault);
        Files.move(fresh, request.resolve(ANSWER), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether nobody waits for it or reads it any more. */
    static boolean isAbandoned(Path request) throws IOException {
        try (FileChannel channel = FileChannel.open(request.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    /** In a folder that is the store's own: nobody else puts links into it. */
    static void delete(Path request) throws IOException {
        while (Files.exists(request)) {
            try {
                MoreFiles.deleteRecursively(request, RecursiveDeleteOption.ALLOW_INSECURE);
            } catch (FileSystemException fault) {
                if (!isOfAnother(fault)) {
                    throw fault;
                }
            }
        }
    }

    /** Who reads and who made the copy may both remove it. */
    private static boolean isOfAnother(FileSystemException fault) {
        Throwable[] faults = fault.getSuppressed();
        return faults.length == 0
                ? fault instanceof NoSuchFileException
                : Stream.of(faults).allMatch(NoSuchFileException.class::isInstance);
    }
}
