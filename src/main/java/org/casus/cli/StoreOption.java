package org.casus.cli;

import java.nio.file.Path;
import org.casus.store.EventStore;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option that says which store a command works on. */
final class StoreOption {
    @Option(names = "--store", paramLabel = "DIR", description = "The folder of the store (default: ./casus-data).")
    private Path folder = Path.of("casus-data");

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Path folder() {
        return folder;
    }

    /** Opens a store that must be there, or a copy where another process has it; the caller closes it. */
    EventStore openToRead() {
        return EventStore.openToRead(
                folder, notice -> spec.commandLine().getErr().println("casus: " + notice));
    }

    /** Opens a store that must be there; the caller closes it. */
    EventStore open() {
        return EventStore.openExisting(folder);
    }
}
