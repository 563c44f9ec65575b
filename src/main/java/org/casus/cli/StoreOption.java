package org.casus.cli;

import java.nio.file.Path;
import org.casus.store.EventStore;
import picocli.CommandLine.Option;

/** The option that says which store a command works on. */
final class StoreOption {
    @Option(names = "--store", paramLabel = "DIR", description = "The folder of the store (default: ./casus-data).")
    private Path folder = Path.of("casus-data");

    Path folder() {
        return folder;
    }

    /** Opens a store that must be there; the caller closes it. */
    EventStore open() {
        return EventStore.openExisting(folder);
    }
}
