package org.casus.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.casus.store.QueryCatalogue;
import org.casus.store.QueryParameter;
import org.casus.store.StoredQuery;

/**
 * A query as a command line names it, a shipped one, a file or {@code -} for standard input, and values for its
 * parameters.
 *
 * @param wrongUse makes of a fault what ends the command
 */
record NamedQuery(String name, Map<String, String> values, Function<String, ? extends RuntimeException> wrongUse) {
    private static final String STANDARD_INPUT = "-";

    /** The query, which has all the parameters that are given, and is given all that it needs. */
    StoredQuery find() throws IOException {
        StoredQuery query = named();
        refuseUnknownParameters(query);
        return query;
    }

    private StoredQuery named() throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return StoredQuery.of("standard input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return QueryCatalogue.shipped(name)
                .or(() -> QueryCatalogue.shipped(withoutFolder()))
                .orElseGet(this::file);
    }

    /** The name of a shipped query as a path in the folder of the program. */
    private String withoutFolder() {
        return name.replaceFirst("^(\\./)?queries/", "").replaceFirst("\\.rq$", "");
    }

    private StoredQuery file() {
        if (!isFile()) {
            String nearest = Nearest.to(
                    name,
                    QueryCatalogue.shipped().queries().stream()
                            .map(StoredQuery::name)
                            .toList());
            throw wrongUse.apply("no query and no file is called \"%s\"; did you mean %s?".formatted(name, nearest));
        }
        return StoredQuery.read(Path.of(name));
    }

    private boolean isFile() {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private void refuseUnknownParameters(StoredQuery query) {
        for (QueryParameter parameter : query.parameters()) {
            if (parameter.required() && !values.containsKey(parameter.name())) {
                throw wrongUse.apply("the query %s needs --param %s=... (%s)"
                        .formatted(query.name(), parameter.name(), parameter.wanted()));
            }
        }
        for (String value : values.keySet()) {
            if (query.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(value))) {
                throw wrongUse.apply(unknown(query, value));
            }
        }
    }

    private static String unknown(StoredQuery query, String name) {
        String known = query.parameters().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        query.parameters().stream().map(QueryParameter::name).toList());
        return "the query %s has no parameter \"%s\"; it has: %s".formatted(query.name(), name, known);
    }
}
