package org.casus.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.casus.fusion.EventFusion;
import org.casus.fusion.FusionReport;
import org.casus.store.ArticleChoice;
import org.casus.store.EventStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus forget}: takes articles out of a store, with all that stands on them alone. */
@Command(
        name = "forget",
        description = "Takes articles out of a store, with all that no other article supports.",
        footer = {
            "%nExamples:",
            "  casus forget karabakh-2023-09-22",
            "  casus forget --publisher \"Caspian Courier\" --until 2020-10-31 --dry-run"
        })
final class ForgetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARTICLE", arity = "0..*", description = "The id or the IRI of an article.")
    private List<String> named = new ArrayList<>();

    @Option(names = "--url", paramLabel = "URL", description = "The article with this address.")
    private @Nullable String url;

    @Option(names = "--publisher", paramLabel = "NAME", description = "The articles of this publisher.")
    private @Nullable String publisher;

    @Option(names = "--since", paramLabel = "DATE", description = "The articles published on this day or later.")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "The articles published on this day or before.")
    private @Nullable LocalDate until;

    @Option(names = "--dry-run", description = "Print which articles are meant, and forget none.")
    private boolean dryRun;

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ArticleChoice choice = new ArticleChoice(url, publisher, since, until);
        if (named.isEmpty() && choice.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "name an article, or say --url, --publisher, --since or --until");
        }
        try (EventStore store = storeOption.open()) {
            Set<String> meant = new LinkedHashSet<>(store.articles(choice));
            if (dryRun) {
                meant.addAll(named);
                meant.forEach(spec.commandLine().getOut()::println);
                return ExitCode.DONE;
            }
            List<String> unknown =
                    named.stream().filter(article -> !store.forget(article)).toList();
            tell(unknown, choice, meant);
            store.forget(meant);
            int forgotten = named.size() - unknown.size() + meant.size();
            fuse(store, forgotten);
            return forgotten > 0 && unknown.isEmpty() ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
        }
    }

    private void tell(List<String> unknown, ArticleChoice choice, Set<String> meant) {
        PrintWriter err = spec.commandLine().getErr();
        unknown.forEach(article -> err.println("casus: no such article in the store: " + article));
        if (meant.isEmpty() && !choice.isEmpty()) {
            err.println("casus: no such article in the store");
        }
    }

    private void fuse(EventStore store, int forgotten) {
        if (forgotten > 0) {
            FusionReport fusion = new EventFusion().fuse(store);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d forgotten; %d events gone, %d left%n",
                            forgotten, fusion.vanished(), store.stats().events());
        }
    }
}
