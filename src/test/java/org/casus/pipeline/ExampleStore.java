package org.casus.pipeline;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.casus.annotation.SharedAnnotator;
import org.casus.classification.SharedClassifier;
import org.casus.extraction.Extractor;
import org.casus.store.EventStore;

/** The store that {@code casus build examples/articles} makes, built once for all tests that ask it. */
public final class ExampleStore {
    static final Path ARTICLES = Path.of("examples/articles");

    private static final Supplier<Path> STORE = Suppliers.memoize(ExampleStore::build);

    private ExampleStore() {}

    /** Its folder; one at a time may have it open, and nobody writes to it. */
    public static Path folder() {
        return STORE.get();
    }

    /** A copy that may be written to. */
    public static Path copy(Path folder) throws IOException {
        PathUtils.copyDirectory(folder(), folder);
        return folder;
    }

    private static Path build() {
        Path folder = Path.of("target", "example-store");
        try {
            if (Files.exists(folder)) {
                PathUtils.deleteDirectory(folder);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        try (EventStore store = EventStore.open(folder)) {
            ingest(store);
        }
        return folder;
    }

    static IngestReport ingest(EventStore store) {
        return ingest(store, ARTICLES);
    }

    static IngestReport ingest(EventStore store, Path articles) {
        return new LocalIngest(
                        () -> new Pipeline(SharedAnnotator.get(), new Extractor(SharedClassifier.get(), List.of())),
                        store,
                        Instant.EPOCH)
                .run(List.of(articles), 2, read -> {}, fault -> {
                    throw new IllegalStateException(fault.toString());
                });
    }
}
