package org.casus.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.fusion.EventFusion;
import org.casus.fusion.FusionReport;
import org.casus.store.EventStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus forget}: takes articles out of a store, with all that stands on them alone. */
@Command(
        name = "forget",
        description = "Takes articles out of a store, with all that no other article supports.",
        footer = {"%nExample:", "  casus forget karabakh-2023-09-22"})
final class ForgetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARTICLE", arity = "1..*", description = "The id or the IRI of an article.")
    private List<String> articles = new ArrayList<>();

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (EventStore store = storeOption.open()) {
            List<String> unknown =
                    articles.stream().filter(article -> !store.forget(article)).toList();
            unknown.forEach(article -> err.println("casus: no such article in the store: " + article));
            int forgotten = articles.size() - unknown.size();
            if (forgotten > 0) {
                FusionReport fusion = new EventFusion().fuse(store);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%d forgotten; %d events gone, %d left%n",
                                forgotten, fusion.vanished(), store.stats().events());
            }
            return unknown.isEmpty() ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
        }
    }
}
