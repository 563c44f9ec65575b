package org.casus.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.casus.entity.GazetteerFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says where a user's own gazetteer is. */
class GazetteerOption {
    private static final Path USUAL = Path.of("casus-gazetteer");

    @Option(
            names = "--gazetteer",
            paramLabel = "DIR",
            description = "The folder of your own gazetteer (default: ./casus-gazetteer, if it is there).")
    @Nullable
    Path folder;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The folder to read; one that was named must be there. */
    GazetteerFolder toRead() {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "no gazetteer in " + folder);
        }
        return new GazetteerFolder(path());
    }

    Path path() {
        return folder == null ? USUAL : folder;
    }
}
