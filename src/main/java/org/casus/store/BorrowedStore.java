package org.casus.store;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A store that another process has, as a copy that this process asks for: the other side is {@link CopyMaker}. */
final class BorrowedStore {
    /** A copy is made after the write that is going on, at a few hundred megabytes a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private BorrowedStore() {}

    /** The copy, or the store itself where that is free before there is one. */
    static StoreFolder of(Path store, Consumer<String> notice) {
        String user = StoreFolder.user(store);
        notice.accept("the store %s is in use by %s: waiting for a copy to read".formatted(store, user));
        try {
            CopyRequest request = CopyRequest.to(store);
            StoreFolder found = null;
            try {
                found = wait(store, request);
            } finally {
                if (found == null || found.path().equals(store)) {
                    request.close();
                }
            }
            if (!found.path().equals(store)) {
                notice.accept("reading a copy of what the store %s held just now; what %s stores later is not in it"
                        .formatted(store, user));
            }
            return found;
        } catch (IOException fault) {
            throw new StoreException(
                    "the store %s is in use by %s, and no copy can be asked for: %s"
                            .formatted(store, user, StoreFolder.reason(fault)),
                    fault);
        }
    }

    private static StoreFolder wait(Path store, CopyRequest request) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            Optional<StoreFolder> free = StoreFolder.ifFree(store);
            if (free.isPresent()) {
                return free.get();
            }
            Optional<String> answer = request.answer();
            if (answer.isPresent()) {
                return opened(request, answer.get());
            }
            Uninterruptibles.sleepUninterruptibly(A_MOMENT);
        }
        throw new StoreException("the store %s is in use by %s, which made no copy of it in %d s: wait until it ends"
                .formatted(store, StoreFolder.user(store), PATIENCE.toSeconds()));
    }

    private static StoreFolder opened(CopyRequest request, String fault) {
        if (!fault.isEmpty()) {
            throw new StoreException(fault);
        }
        return StoreFolder.borrowed(request);
    }
}
