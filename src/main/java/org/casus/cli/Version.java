package org.casus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import org.casus.Main;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside the classes. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream written = Objects.requireNonNull(Main.class.getResourceAsStream("version.properties"))) {
            properties.load(written);
        }
        return new String[] {"casus " + properties.getProperty("version")};
    }
}
