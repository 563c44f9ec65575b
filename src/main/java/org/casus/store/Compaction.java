package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A TDB2 database written anew in the folder beside it, as TDB2's own compaction does, but with full pages, which takes
 * 210 bytes a quad where that takes 350. TDB2 opens the folder {@code Data-N} of the highest number, and removes
 * {@code Data-N-tmp}: killed at any moment, the store is the old one or the new one.
 */
final class Compaction {
    private static final Pattern GENERATION = Pattern.compile("Data-(\\d{1,9})");
    /** So long readers go on while there is no moment without any; then new ones wait for those that read. */
    private static final long PATIENCE = 5_000_000_000L;

    private static final long A_MOMENT = 1_000_000;
    /** A database of less is never worth while. */
    private static final long LARGE = 1L << 30;
    /** So many times what it took when it was last written anew. */
    private static final int GROWN = 4;

    private static final String PACKED = "packed.bytes";
    /** A node takes some 130 bytes in its file, and 16 in memory while a database is written anew. */
    private static final int NODES_IN_MEMORY = 8;

    private final Dataset dataset;
    private final DatasetGraphSwitchable container;
    private final DatasetGraphTDB old;

    private Compaction(Dataset dataset) {
        this.dataset = dataset;
        this.container = TDBInternal.getDatabaseContainer(dataset.asDatasetGraph());
        this.old = TDBInternal.getDatasetGraphTDB(dataset);
    }

    /** While nobody writes; readers go on, and find the new database when they begin the next time. */
    static void run(Dataset dataset) throws IOException {
        new Compaction(dataset).run();
    }

    /**
     * True where most of a database is what has been replaced: each transaction of TDB2 writes the pages that it
     * changes anew and leaves the old ones. What that costs grows no faster than the database, as it must grow several
     * times before the next.
     */
    static boolean isWorth(Dataset dataset) throws IOException {
        return isWorth(dataset, LARGE);
    }

    static boolean isWorth(Dataset dataset, long large) throws IOException {
        Path folder = folder(TDBInternal.getDatasetGraphTDB(dataset));
        long bytes = bytes(folder);
        Path noted = folder.resolve(PACKED);
        long packed =
                Files.exists(noted) ? Long.parseLong(Files.readString(noted).strip()) : 0;
        return bytes > Math.max(large, GROWN * packed)
                && Files.getFileStore(folder).getUsableSpace() > bytes
                && Files.size(folder.resolve("nodes-data.obj")) / NODES_IN_MEMORY
                        < Runtime.getRuntime().maxMemory() / 4;
    }

    private static Path folder(DatasetGraphTDB database) {
        return Path.of(database.getLocation().getDirectoryPath());
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void run() throws IOException {
        Path folder = container.getContainerPath();
        int now = number(folder(old));
        Path next = folder.resolve("Data-%04d".formatted(now + 1));
        Path unfinished = folder.resolve(next.getFileName() + "-tmp");
        if (Files.exists(unfinished)) {
            PathUtils.deleteDirectory(unfinished);
        }
        write(Files.createDirectory(unfinished));
        dataset.begin(ReadWrite.READ);
        try {
            JoinStatistics.write(dataset, unfinished);
        } finally {
            dataset.end();
        }
        Files.writeString(unfinished.resolve(PACKED), Long.toString(bytes(unfinished)));
        Files.move(unfinished, next, StandardCopyOption.ATOMIC_MOVE);
        switchTo(Location.create(next));
        StoreConnection.internalExpel(old.getLocation(), true);
        removeOlder(folder);
    }

    private void write(Path unfinished) {
        Location place = Location.create(unfinished);
        try {
            DatasetGraphTDB fresh = StoreConnection.connectCreate(place, old.getStoreParams(), null)
                    .getDatasetGraphTDB();
            Txn.executeRead(container, () -> PackedCopy.copy(old, fresh));
        } finally {
            StoreConnection.internalExpel(place, true);
        }
    }

    private void switchTo(Location place) {
        DatasetGraphTDB compact = StoreConnection.connectCreate(
                        place, old.getStoreParams(), DatabaseOps.chooseReorderTransformation(place))
                .getDatasetGraphTDB();
        awaitReaders();
        try {
            container.change(old, compact);
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

    /** Removes what a compaction has replaced. */
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
                    .sorted(Comparator.comparing(Compaction::number))
                    .toList();
        }
    }

    private static int number(Path generation) {
        return Integer.parseInt(generation.getFileName().toString().replaceFirst(GENERATION.pattern(), "$1"));
    }
}
