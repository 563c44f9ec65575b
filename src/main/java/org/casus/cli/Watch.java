package org.casus.cli;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.casus.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * A folder, looked at every few seconds: hands on the files that are new or have changed. A file is handed on once two
 * looks have seen it the same, so that none is read while it is being written.
 */
final class Watch implements AutoCloseable {
    private static final long SECONDS = 3;

    private final @Nullable Path folder;
    private final Consumer<List<Path>> read;
    private final Consumer<String> faults;
    private final Map<Path, FileTime> done = new HashMap<>();
    private Map<Path, FileTime> before = Map.of();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            new ThreadFactoryBuilder().setNameFormat("watch-%d").setDaemon(true).build());

    /**
     * Without a folder it looks at nothing.
     *
     * @param faults told what the next look may find mended, such as a folder that is gone or a disk that is full
     */
    Watch(@Nullable Path folder, Consumer<List<Path>> read, Consumer<String> faults) {
        this.folder = folder;
        this.read = read;
        this.faults = faults;
    }

    /** Begins to look; what ends it before it is closed goes to {@code broken}. */
    void start(Consumer<Throwable> broken) {
        if (folder != null) {
            var unused = clock.scheduleWithFixedDelay(() -> tryToLook(folder, broken), 0, SECONDS, TimeUnit.SECONDS);
        }
    }

    void tryToLook(Path at, Consumer<Throwable> broken) {
        try {
            look(at);
        } catch (UncheckedIOException | StoreException fault) {
            faults.accept(fault.getMessage());
        } catch (RuntimeException | Error fault) {
            broken.accept(fault);
            throw fault;
        }
    }

    void look(Path at) {
        Map<Path, FileTime> now = files(at);
        List<Path> fresh = now.entrySet().stream()
                .filter(file -> file.getValue().equals(before.get(file.getKey()))
                        && !file.getValue().equals(done.get(file.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        before = now;
        if (!fresh.isEmpty()) {
            read.accept(fresh);
            fresh.forEach(file -> done.put(file, now.getOrDefault(file, FileTime.fromMillis(0))));
        }
    }

    /** The files of a folder and its folders, with the times at which they were last written. */
    static Map<Path, FileTime> files(Path folder) {
        Map<Path, FileTime> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot watch " + folder, gone);
        }
        return files;
    }

    /** Waits for what is being read. */
    @Override
    public void close() {
        clock.shutdown();
        // An interrupted write would close the files of the store.
        Uninterruptibles.awaitTerminationUninterruptibly(clock);
    }
}
