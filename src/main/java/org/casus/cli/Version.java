package org.casus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.casus.Main;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside the classes. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {name()};
    }

    static String name() {
        Properties properties = new Properties();
        try (InputStream written = Objects.requireNonNull(Main.class.getResourceAsStream("version.properties"))) {
            properties.load(written);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return "casus " + properties.getProperty("version");
    }
}
