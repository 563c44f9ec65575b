package org.casus.cli;

import java.nio.file.Path;
import org.casus.entity.GazetteerFolder;
import picocli.CommandLine.Option;

/** The same of a gazetteer that is written to. */
final class NewGazetteerOption extends GazetteerOption {
    @Option(names = "--out", paramLabel = "DIR", description = "The same as --gazetteer.")
    void out(Path named) {
        folder = named;
    }

    /** The folder, which need not be there yet. */
    GazetteerFolder toWrite() {
        return new GazetteerFolder(path());
    }
}
