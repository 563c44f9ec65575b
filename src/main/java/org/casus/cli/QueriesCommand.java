package org.casus.cli;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.casus.store.QueryCatalogue;
import org.casus.store.QueryParameter;
import org.casus.store.StoredQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code casus queries}: lists what can be asked by name. */
@Command(
        name = "queries",
        description = "Lists the queries that can be asked by name, with their parameters.",
        footer = {"%nExample:", "  casus queries"})
final class QueriesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ImmutableListMultimap<String, StoredQuery> folders =
                Multimaps.index(QueryCatalogue.shipped().queries(), QueriesCommand::folder);
        folders.asMap().forEach((folder, queries) -> {
            out.println(folder);
            queries.forEach(query -> print(query, out));
        });
        return ExitCode.DONE;
    }

    private static String folder(StoredQuery query) {
        return query.name().substring(0, query.name().indexOf('/') + 1);
    }

    private static void print(StoredQuery query, PrintWriter out) {
        out.printf("  %-25s %s%n", query.name(), query.summary());
        for (QueryParameter parameter : query.parameters()) {
            out.printf("      --param %s=%s%n", parameter.name(), value(parameter));
        }
    }

    private static String value(QueryParameter parameter) {
        if (parameter.fallback() != null) {
            return "%s (%s, else %s)".formatted("...", parameter.type(), parameter.fallback());
        }
        return "... (%s%s)".formatted(parameter.type(), parameter.optional() ? ", may be left out" : "");
    }
}
