package org.casus.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
        try (EventStore store = storeOption.open();
                OutputStream out = answer.output()) {
            Map<String, String> values = Map.of("text", text);
            boolean found = answer.isTable()
                    ? write(names(store, values), rows(store, SENTENCES, values, answer.limit()), out)
                    : store.query(shipped(SENTENCES), values, answer.options(false), out);
            if (!found) {
                spec.commandLine().getErr().println("casus: nothing found");
            }
        }
        return ExitCode.DONE;
    }

    private static JsonNode names(EventStore store, Map<String, String> values) throws IOException {
        return rows(store, NAMES, values, 0);
    }

    private static JsonNode rows(EventStore store, String query, Map<String, String> values, long limit)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(shipped(query), values, ResultFormat.JSON, out);
        JsonNode rows =
                new ObjectMapper().readTree(out.toByteArray()).path("results").path("bindings");
        return limit == 0 ? rows : first(rows, limit);
    }

    private static JsonNode first(JsonNode rows, long limit) {
        ArrayNode few = new ObjectMapper().createArrayNode();
        for (int i = 0; i < rows.size() && i < limit; i++) {
            few.add(rows.get(i));
        }
        return few;
    }

    private static StoredQuery shipped(String name) {
        return QueryCatalogue.shipped().find(name).orElseThrow();
    }

    private static boolean write(JsonNode names, JsonNode sentences, OutputStream out) throws IOException {
        out.write(FoundText.of(names, sentences).getBytes(StandardCharsets.UTF_8));
        out.flush();
        return !names.isEmpty() || !sentences.isEmpty();
    }
}
