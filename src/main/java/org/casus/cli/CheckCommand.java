package org.casus.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.store.EventStore;
import org.casus.store.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code casus check}: holds a store against its shapes. */
@Command(
        name = "check",
        description = "Says in which graphs of a store the shapes of ontology/shapes.ttl do not hold, a line each.",
        footer = {"%nExample:", "  casus check --store casus-data"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (EventStore store = storeOption.openToRead()) {
            List<Violation> violations = store.check();
            for (Violation violation : violations) {
                out.printf("%s: %s%n", violation.graph(), violation.fault());
            }
            if (violations.isEmpty()) {
                // Beside those of the articles, the graphs of entities and of events are checked.
                out.printf("%d graphs hold%n", store.stats().articles() + 2);
            }
            return violations.isEmpty() ? ExitCode.DONE : ExitCode.REJECTED_INPUT;
        }
    }
}
