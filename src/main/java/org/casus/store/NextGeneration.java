package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.base.Sys;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.shared.JenaException;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.apache.jena.tdb2.sys.StoreConnection;

/**
 * A TDB2 database that is written in the folder beside another, and takes its place. TDB2 opens the folder
 * {@code Data-N} of the highest number, and removes {@code Data-N-tmp}: killed at any moment, the store is the old one
 * or the new one.
 */
final class NextGeneration {
    private static final Pattern GENERATION = Pattern.compile("Data-(\\d{1,9})");
    /** So long readers go on while there is no moment without any; then new ones wait for those that read. */
    private static final long PATIENCE = 5_000_000_000L;

    private static final long A_MOMENT = 1_000_000;
    private static final String PACKED = "packed.bytes";

    private final DatasetGraphSwitchable container;
    private final DatasetGraphTDB old;
    private final Path next;
    private final Path unfinished;

    NextGeneration(DatasetGraphSwitchable container) {
        this.container = container;
        this.old = (DatasetGraphTDB) container.getWrapped();
        Path folder = container.getContainerPath();
        this.next = folder.resolve("Data-%04d".formatted(number(folder(old)) + 1));
        this.unfinished = folder.resolve(next.getFileName() + "-tmp");
    }

    /** Windows moves no folder with a file that is mapped (apache/jena #2315). */
    static boolean canTakeOver() {
        return !Sys.isWindows;
    }

    /** Where it is until it takes over. */
    Path folder() {
        return unfinished;
    }

    /** Within a transaction of the old one, while nobody else writes. */
    void write(BiFunction<DatasetGraphTDB, DatasetGraphTDB, DatabaseCopy> copy) throws IOException {
        if (Files.exists(unfinished)) {
            PathUtils.deleteDirectory(unfinished);
        }
        Location place = Location.create(Files.createDirectory(unfinished));
        try {
            DatasetGraphTDB fresh = StoreConnection.connectCreate(place, old.getStoreParams(), null)
                    .getDatasetGraphTDB();
            copy.apply(old, fresh).run();
        } finally {
            StoreConnection.internalExpel(place, true);
        }
        StoreFolder.refuseFull(container.getContainerPath());
        Files.writeString(unfinished.resolve(PACKED), Long.toString(bytes(unfinished)));
    }

    /** Once that transaction has ended; readers go on, and find the new one when they begin the next time. */
    void takeOver() throws IOException {
        Files.move(unfinished, next, StandardCopyOption.ATOMIC_MOVE);
        try {
            switchTo(Location.create(next));
        } catch (JenaException | RuntimeIOException | InternalError fault) {
            throw new StoreException(
                    "the store %s is written, and cannot be opened again: %s"
                            .formatted(container.getContainerPath(), Connection.cause(fault)),
                    fault);
        }
        StoreConnection.internalExpel(old.getLocation(), true);
        removeOlder(container.getContainerPath());
    }

    private void switchTo(Location place) {
        DatasetGraphTDB fresh = StoreConnection.connectCreate(
                        place, old.getStoreParams(), DatabaseOps.chooseReorderTransformation(place))
                .getDatasetGraphTDB();
        awaitReaders();
        try {
            container.change(old, fresh);
        } finally {
            container.finishExclusiveMode();
        }
    }

    private void awaitReaders() {
        long start = System.nanoTime();
        while (!container.tryExclusiveMode(false)) {
            if (System.nanoTime() - start > PATIENCE) {
                container.startExclusiveMode();
                return;
            }
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    static Path folder(DatasetGraphTDB database) {
        return Path.of(database.getLocation().getDirectoryPath());
    }

    static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** What a database took when it was written anew; 0 for one that never was. */
    static long packed(Path folder) throws IOException {
        Path noted = folder.resolve(PACKED);
        return Files.exists(noted) ? Long.parseLong(Files.readString(noted).strip()) : 0;
    }

    /** Removes what a later one has replaced. */
    static void removeOlder(Path folder) {
        try {
            List<Path> generations = generations(folder);
            for (Path older : generations.subList(0, Math.max(0, generations.size() - 1))) {
                PathUtils.deleteDirectory(older);
            }
        } catch (IOException held) {
            // Windows removes no file that is mapped: then it goes when the store is opened the next time.
        }
    }

    /** In order; TDB2 opens the last. */
    private static List<Path> generations(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            GENERATION.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(NextGeneration::number))
                    .toList();
        }
    }

    private static int number(Path generation) {
        return Integer.parseInt(generation.getFileName().toString().replaceFirst(GENERATION.pattern(), "$1"));
    }
}
