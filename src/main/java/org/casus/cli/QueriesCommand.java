package org.casus.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.store.QueryCatalogue;
import org.casus.store.QueryParameter;
import org.casus.store.StoredQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus queries}: lists what can be asked by name. */
@Command(
        name = "queries",
        description = "Lists the queries that can be asked by name, or tells all of one.",
        footer = {"%nExamples:", "  casus queries", "  casus queries events/near"})
final class QueriesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "",
            description = "The query, or the folder, to tell of.")
    private String name = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        QueryCatalogue shipped = QueryCatalogue.shipped();
        Optional<StoredQuery> one = shipped.find(name);
        if (one.isPresent()) {
            describe(one.get(), out);
            return ExitCode.DONE;
        }
        List<StoredQuery> listed = shipped.queries().stream()
                .filter(query -> name.isEmpty() || folder(query).equals(name.replaceAll("/?$", "/")))
                .toList();
        if (listed.isEmpty()) {
            String nearest = Nearest.to(
                    name, shipped.queries().stream().map(StoredQuery::name).toList());
            throw new ParameterException(
                    spec.commandLine(), "no query is called \"%s\"; did you mean %s?".formatted(name, nearest));
        }
        list(listed, out);
        return ExitCode.DONE;
    }

    private static void list(List<StoredQuery> listed, PrintWriter out) {
        int width =
                listed.stream().mapToInt(query -> query.name().length()).max().orElse(0);
        ImmutableListMultimap<String, StoredQuery> folders = Multimaps.index(listed, QueriesCommand::folder);
        folders.asMap().forEach((folder, queries) -> {
            out.println(folder);
            queries.forEach(query -> {
                out.println("  " + Strings.padEnd(query.name(), width, ' ') + "  " + query.summary());
                printParameters(query, out);
            });
        });
    }

    private static void describe(StoredQuery query, PrintWriter out) {
        out.println(query.name());
        out.println("  " + query.summary());
        out.println("  " + query.description());
        printParameters(query, out);
        query.parameters().stream()
                .filter(parameter -> !parameter.values().isEmpty())
                .forEach(parameter -> out.println(
                        "      %s is one of %s".formatted(parameter.name(), String.join(", ", parameter.values()))));
    }

    private static String folder(StoredQuery query) {
        return query.name().substring(0, query.name().indexOf('/') + 1);
    }

    private static void printParameters(StoredQuery query, PrintWriter out) {
        for (QueryParameter parameter : query.parameters()) {
            out.printf("      --param %s=%s%n", parameter.name(), value(parameter));
        }
    }

    private static String value(QueryParameter parameter) {
        String wanted = parameter.values().isEmpty() ? parameter.wanted() : "one of a list";
        if (parameter.fallback() != null) {
            return "... (%s; else %s)".formatted(wanted, parameter.fallback());
        }
        return "... (%s%s)".formatted(wanted, parameter.optional() ? "; may be left out" : "");
    }
}
