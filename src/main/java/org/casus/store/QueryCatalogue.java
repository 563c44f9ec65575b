package org.casus.store;

import com.google.common.base.Suppliers;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The queries of a {@code queries} folder by name: those that are shipped, or a user's own. */
public final class QueryCatalogue {
    private static final String SHIPPED = "queries";
    private static final String ENDING = ".rq";

    /** Each is understood when it is first wanted, as most want one of a hundred. */
    private final Map<String, Supplier<StoredQuery>> queries;

    private QueryCatalogue(Map<String, Supplier<StoredQuery>> queries) {
        this.queries = queries;
    }

    /** The queries that come with the program. */
    public static QueryCatalogue shipped() {
        Map<String, Supplier<StoredQuery>> queries = new TreeMap<>();
        try {
            for (URL folder :
                    Collections.list(QueryCatalogue.class.getClassLoader().getResources(SHIPPED))) {
                queries.putAll(inResource(folder.toURI()));
            }
        } catch (IOException | URISyntaxException fault) {
            throw new StoreException("cannot read the shipped queries: " + fault.getMessage(), fault);
        }
        return new QueryCatalogue(queries);
    }

    /** One of those that come with the program, without a look at the others. */
    public static Optional<StoredQuery> shipped(String name) {
        try (InputStream text =
                QueryCatalogue.class.getClassLoader().getResourceAsStream(SHIPPED + "/" + name + ENDING)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(StoredQuery.of(name, new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException fault) {
            throw new StoreException("cannot read the shipped query %s: %s".formatted(name, fault.getMessage()), fault);
        }
    }

    /** The queries in a folder and the folders below it. */
    public static QueryCatalogue of(Path folder) {
        try {
            return new QueryCatalogue(inFolder(folder));
        } catch (IOException | UncheckedIOException fault) {
            throw new StoreException("cannot read the queries in %s: %s".formatted(folder, fault.getMessage()), fault);
        }
    }

    /** In the order of their names. */
    public List<StoredQuery> queries() {
        return queries.values().stream().map(Supplier::get).toList();
    }

    public Optional<StoredQuery> find(String name) {
        return Optional.ofNullable(queries.get(name)).map(Supplier::get);
    }

    static Map<String, Supplier<StoredQuery>> inResource(URI folder) throws IOException {
        if (!folder.getScheme().equals("jar")) {
            return inFolder(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return inFolder(jar.getPath(SHIPPED));
        }
    }

    private static Map<String, Supplier<StoredQuery>> inFolder(Path folder) throws IOException {
        Map<String, Supplier<StoredQuery>> queries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                String name = path.substring(0, path.length() - ENDING.length());
                String text = Files.readString(file);
                queries.put(name, Suppliers.memoize(() -> StoredQuery.of(name, text)));
            }
        }
        return queries;
    }
}
