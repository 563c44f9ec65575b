package org.casus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casus.store.EventStore;
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
        StoredQuery query =
                new NamedQuery(source, values, fault -> new ParameterException(spec.commandLine(), fault)).find();
        try (EventStore store = storeOption.openToRead();
                OutputStream out = answer.output()) {
            if (!store.query(query, values, answer.options(allowService), out)) {
                spec.commandLine().getErr().println("casus: nothing found");
            }
        }
        return ExitCode.DONE;
    }
}
