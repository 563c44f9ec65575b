package org.casus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.casus.store.QueryParameter;
import org.casus.store.StoredQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus query}: asks a store. */
@Command(
        name = "query",
        description = "Asks a store: a shipped query by its name, a file with SPARQL, or SPARQL on standard input.",
        footer = {
            "%nExamples:",
            "  casus query events/by-type",
            "  casus query territory/status --param territory=Karabakh --format csv",
            "  casus query actors/against --param actor=Azerbaijan --format markdown",
            "  echo 'SELECT * { ?s ?p ?o } LIMIT 5' | casus query -"
        })
final class QueryCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "NAME|FILE|-", description = "What to ask; casus queries lists the names.")
    private String source = "";

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A value for a parameter of the query; an actor or a place by its name, QID or IRI.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--allow-service",
            description =
                    "Let the query ask other servers over the network, such as Wikidata's: it learns what you ask.")
    private boolean allowService;

    @Mixin
    private AnswerMixin answer = new AnswerMixin();

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        StoredQuery query = query();
        refuseUnknownParameters(query);
        try (EventStore store = storeOption.openToRead();
                OutputStream out = answer.output()) {
            if (!store.query(query, values, answer.options(allowService), out)) {
                spec.commandLine().getErr().println("casus: nothing found");
            }
        }
        return ExitCode.DONE;
    }

    private StoredQuery query() throws IOException {
        if (source.equals(STANDARD_INPUT)) {
            return StoredQuery.of("standard input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return QueryCatalogue.shipped(source)
                .or(() -> QueryCatalogue.shipped(withoutFolder()))
                .orElseGet(this::file);
    }

    /** The name of a shipped query as a path in the folder of the program. */
    private String withoutFolder() {
        return source.replaceFirst("^(\\./)?queries/", "").replaceFirst("\\.rq$", "");
    }

    private StoredQuery file() {
        if (!isFile()) {
            List<StoredQuery> shipped = QueryCatalogue.shipped().queries();
            String nearest =
                    Nearest.to(source, shipped.stream().map(StoredQuery::name).toList());
            throw new ParameterException(
                    spec.commandLine(),
                    "no query and no file is called \"%s\"; did you mean %s?".formatted(source, nearest));
        }
        return StoredQuery.read(Path.of(source));
    }

    private boolean isFile() {
        try {
            return Files.isRegularFile(Path.of(source));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private void refuseUnknownParameters(StoredQuery query) {
        for (QueryParameter parameter : query.parameters()) {
            if (parameter.required() && !values.containsKey(parameter.name())) {
                throw new ParameterException(
                        spec.commandLine(),
                        "the query %s needs --param %s=... (%s)"
                                .formatted(query.name(), parameter.name(), parameter.wanted()));
            }
        }
        for (String name : values.keySet()) {
            if (query.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name))) {
                throw new ParameterException(spec.commandLine(), unknown(query, name));
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
