package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of the facts of one article were found. */
final class FactScorer implements Scorer {
    private record Wanted(Fields line, String kind, Fact fact, boolean optional) {
        static Wanted of(Fields line) {
            return new Wanted(line, line.text("kind"), Fact.of(line), line.flag("optional", false));
        }
    }

    private final List<Wanted> facts;

    FactScorer(List<Fields> gold) {
        facts = gold.stream().map(Wanted::of).filter(fact -> !fact.optional()).toList();
    }

    /** The article is the first; facts do not name it. */
    @Override
    public ObjectNode score(Predictions predictions, Misses misses) {
        Account account = new Account(predictions.first());
        Map<String, Integer> found = new LinkedHashMap<>();
        Map<String, Integer> all = new LinkedHashMap<>();
        for (Wanted wanted : facts) {
            boolean told = wanted.fact.isTold(account);
            found.merge(wanted.kind, told ? 1 : 0, Integer::sum);
            all.merge(wanted.kind, 1, Integer::sum);
            if (!told) {
                misses.add(wanted.line, () -> words(wanted.line));
            }
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        found.forEach(figures.putObject("found")::put);
        all.forEach(figures.putObject("of")::put);
        int happened =
                (int) account.events().stream().filter(Predictions::happened).count();
        return figures.put("share", Rates.rounded(Rates.share(sum(found), sum(all))))
                .put("events_said_to_have_happened", happened);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String words(Fields fact) {
        return "%s %s"
                .formatted(
                        fact.text("kind"),
                        fact.optionalText("says")
                                .or(() -> fact.optionalText("name"))
                                .orElse(""));
    }
}
