package org.casus.graph;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a graph depends on beside its article: the version of Casus, and a hash of its tables. */
record Build(String version, String tablesHash) {
    private static final String PROPERTIES = "/org/casus/version.properties";

    /** The build that runs, read from where its classes are: a folder or a jar. */
    static Build running() {
        URL here = Objects.requireNonNull(Build.class.getResource(PROPERTIES), PROPERTIES);
        try {
            return new Build(version(here), hashAt(here.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tables beside " + here, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a place to read tables from: " + here, e);
        }
    }

    /** A hash of all that the program is, its classes too: what it makes of an article may change with any of them. */
    static String fingerprint() {
        return fingerprint(file -> true);
    }

    /** The same of one package, such as {@code annotation}. */
    static String fingerprint(String floor) {
        return fingerprint(file -> Objects.requireNonNull(file.getParent()).endsWith("org/casus/" + floor));
    }

    private static String fingerprint(Predicate<Path> counts) {
        URL here = Objects.requireNonNull(Build.class.getResource(PROPERTIES), PROPERTIES);
        try {
            return hashAt(here.toURI(), counts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program beside " + here, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a place to read a program from: " + here, e);
        }
    }

    private static String version(URL properties) throws IOException {
        Properties read = new Properties();
        try (InputStream in = properties.openStream()) {
            read.load(in);
        }
        return read.getProperty("version", "unknown");
    }

    static String hashAt(URI properties) throws IOException {
        return hashAt(properties, Build::isTable);
    }

    private static String hashAt(URI properties, Predicate<Path> counts) throws IOException {
        String place = properties.toString();
        if (properties.getScheme().equals("jar")) {
            URI jar = URI.create(place.substring("jar:".length(), place.indexOf("!/")));
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
                return hashOf(files.getPath("/"), counts);
            }
        }
        return hashOf(Path.of(properties.resolve("../..")), counts);
    }

    static String hashOf(Path root) throws IOException {
        return hashOf(root, Build::isTable);
    }

    private static String hashOf(Path root, Predicate<Path> counts) throws IOException {
        Hasher hasher = Hashing.sha256().newHasher();
        for (Path file : files(root, counts)) {
            hasher.putString(root.relativize(file).toString(), StandardCharsets.UTF_8)
                    .putLong(Files.size(file))
                    .putBytes(Files.readAllBytes(file));
        }
        return hasher.hash().toString().substring(0, 16);
    }

    private static boolean isTable(Path file) {
        return !file.toString().endsWith(".class");
    }

    private static List<Path> files(Path root, Predicate<Path> counts) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("org/casus"))) {
            return files.filter(Files::isRegularFile)
                    .filter(counts)
                    .sorted(Comparator.comparing(file -> root.relativize(file).toString()))
                    .toList();
        }
    }
}
