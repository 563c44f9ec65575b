package org.casus.store;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes copies of a store that is open here for other processes that ask for one, between two writes. No second process
 * ever touches the files of TDB2 themselves: it may recover, extend and truncate what it opens, even to read.
 */
final class CopyMaker implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;

    private final StoreFolder store;
    private final Connection connection;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(new ThreadFactoryBuilder()
                    .setNameFormat("copies-%d")
                    .setDaemon(true)
                    .build());

    CopyMaker(StoreFolder store, Connection connection) {
        this.store = store;
        this.connection = connection;
        var unused = looking.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (Path request : requests()) {
                if (CopyRequest.isAbandoned(request)) {
                    CopyRequest.delete(request);
                } else if (CopyRequest.answer(request).isEmpty()) {
                    CopyRequest.answer(request, copied(CopyRequest.copy(request)));
                }
            }
        } catch (IOException | UncheckedIOException gone) {
            // Who asked went away, or its folder cannot be written to: it waits in vain, and says so itself.
        }
    }

    private List<Path> requests() throws IOException {
        Path folder = CopyRequest.folder(store.path());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(CopyRequest::isWanted).toList();
        }
    }

    /** Why it could not be copied; nothing where it was. */
    private String copied(Path copy) throws IOException {
        try {
            connection.still(() -> store.copyTo(copy));
            return "";
        } catch (StoreException fault) {
            CopyRequest.delete(copy);
            return String.valueOf(fault.getMessage());
        }
    }

    /** Waits for a copy that is being made. */
    @Override
    public void close() {
        looking.shutdown();
        Uninterruptibles.awaitTerminationUninterruptibly(looking);
    }
}
