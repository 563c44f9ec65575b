package org.casus.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.store.Scope;
import org.casus.store.StoredQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which part of a store is meant; together they narrow it down. */
final class ScopeOptions {
    @Option(
            names = "--article",
            paramLabel = "ARTICLE",
            description = "What this article says, by its id or IRI; may be given more than once.")
    private List<String> articles = new ArrayList<>();

    @Option(
            names = "--event",
            paramLabel = "EVENT",
            description = "This event, or this one report or statement, by its IRI; may be given more than once.")
    private List<String> events = new ArrayList<>();

    @Option(
            names = "--query",
            paramLabel = "NAME|FILE",
            description = "What the answer of a query names: events, reports, statements, articles.")
    private @Nullable String query;

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "A value for a parameter of the query.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--since", paramLabel = "DATE", description = "What can have happened on this day or later.")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "What can have happened on this day or before.")
    private @Nullable LocalDate until;

    @Option(
            names = "--around",
            paramLabel = "ENTITY",
            description = "What this actor or place takes part in, by its name, QID or IRI.")
    private @Nullable String around;

    @Option(
            names = "--hops",
            paramLabel = "N",
            description = "With --around: how far the neighbourhood goes (default: 1); 2 adds what those take part in.")
    private @Nullable Integer hops;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    Scope scope() throws IOException {
        if (hops != null && hops < 1) {
            throw wrong("--hops must be 1 or more");
        } else if (hops != null && around == null) {
            throw wrong("--hops is for --around");
        } else if (query == null && !values.isEmpty()) {
            throw wrong("--param is for --query");
        } else if (since != null && until != null && until.isBefore(since)) {
            throw wrong("--until lies before --since");
        }
        StoredQuery asked = query == null ? null : new NamedQuery(query, values, this::wrong).find();
        return new Scope(articles, events, asked, values, since, until, around, hops == null ? 1 : hops);
    }

    private RuntimeException wrong(String fault) {
        return mixee == null ? new IllegalArgumentException(fault) : new ParameterException(mixee.commandLine(), fault);
    }
}
