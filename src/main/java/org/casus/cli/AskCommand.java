package org.casus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casus.store.AnswerOptions;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.casus.store.ResultFormat;
import org.casus.store.StoredQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus ask}: words to the sentences and names that hold them. */
@Command(
        name = "ask",
        description = {
            "Finds the names and sentences that hold some words, the best match first, with the events that each"
                    + " sentence tells of.",
            "Endings and accents do not matter; \"two words\" in quotes must stand together; attack* begins so."
        },
        footer = {
            "%nExamples:",
            "  casus ask ceasefire",
            "  casus ask '\"humanitarian truce\" Ganja' --limit 5",
            "  casus ask peacekeepers --format csv"
        })
final class AskCommand implements Callable<Integer> {
    private static final String SENTENCES = "evidence/search";
    private static final String NAMES = "actors/search";

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "What to look for.")
    private List<String> words = List.of();

    @Mixin
    private AnswerMixin answer = new AnswerMixin();

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        String text = SearchWords.query(String.join(" ", words));
        if (text.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is no word to look for");
        }
        Map<String, String> values = Map.of("text", text);
        try (EventStore store = storeOption.openToRead();
                OutputStream out = answer.output()) {
            boolean found = answer.isTable()
                    ? write(store, values, out)
                    : store.query(shipped(SENTENCES), values, answer.options(false), out);
            if (!found) {
                spec.commandLine().getErr().println("casus: nothing found");
            }
        }
        return ExitCode.DONE;
    }

    private boolean write(EventStore store, Map<String, String> values, OutputStream out) {
        PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        FoundText text = new FoundText(writer);
        try {
            boolean names = store.query(shipped(NAMES), values, AnswerOptions.in(ResultFormat.TABLE), text::name);
            boolean sentences = store.query(shipped(SENTENCES), values, answer.options(false), text::sentence);
            return names || sentences;
        } finally {
            writer.flush();
        }
    }

    private static StoredQuery shipped(String name) {
        return QueryCatalogue.shipped(name).orElseThrow();
    }
}
