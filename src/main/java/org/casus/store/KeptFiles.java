package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was computed from all of a store, in files beside it, until the next write: a file is there before a write
 * begins, or after it, but never over it, also where a process is killed.
 */
final class KeptFiles {
    private static final String FOLDER = "kept";
    private static final String FRESH = ".new";

    private final Path store;
    private final Path folder;

    KeptFiles(Path store) {
        this.store = store;
        this.folder = store.resolve(FOLDER);
    }

    /** To be called before a write begins. */
    void drop() {
        try {
            for (Path file : files()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            throw new StoreException("cannot delete what is kept in %s: %s".formatted(folder, fault), fault);
        }
    }

    Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) && !isOlderThanTheStore(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** To be called while nothing is written. A disk that is full or read-only keeps nothing, which only costs time. */
    void keep(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.write(folder.resolve(name + FRESH), content);
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            drop();
        }
    }

    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** A version of the program that keeps nothing drops nothing, but notes each write for the index. */
    private boolean isOlderThanTheStore(Path file) throws IOException {
        Path written = SearchIndex.written(store);
        return !Files.exists(written)
                || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(written)) < 0;
    }
}
