package org.casus.entity;

import com.google.common.collect.ImmutableListMultimap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names of several places that the words of the article tell apart: Georgia, Washington, Congo. */
final class Ambiguous {
    private static final double BY_CLUES = 0.9;
    private static final double BY_DEFAULT = 0.7;

    private final ImmutableListMultimap<String, Reading> byName;
    private final Gazetteer gazetteer;

    Ambiguous(Table table, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        ImmutableListMultimap.Builder<String, Reading> readings = ImmutableListMultimap.builder();
        for (Table.Row row : table.rows()) {
            readings.put(
                    SurfaceForm.fold(row.need("name")),
                    new Reading(row.need("id"), row.cell("usual").isPresent(), row.list("clues")));
        }
        byName = readings.build();
    }

    boolean knows(String surface) {
        return byName.containsKey(SurfaceForm.of(surface).folded());
    }

    /** The reading that the article's words speak for; empty where they don't and none is usual. */
    Optional<Choice> choose(String surface, ArticleContext context) {
        List<Reading> readings = byName.get(SurfaceForm.of(surface).folded());
        Optional<Reading> best = readings.stream()
                .max(Comparator.comparingInt((Reading reading) -> context.clues(reading.clues()))
                        .thenComparing(Reading::usual));
        int most = best.map(reading -> context.clues(reading.clues())).orElse(0);
        boolean clear = most > 0
                && readings.stream()
                                .filter(reading -> context.clues(reading.clues()) == most)
                                .count()
                        == 1;
        return best.filter(reading -> clear || reading.usual())
                .flatMap(reading -> gazetteer.byId(reading.id()))
                .map(entry -> clear
                        ? new Choice(entry, BY_CLUES, LinkReason.CLUES)
                        : new Choice(entry, BY_DEFAULT, LinkReason.USUAL));
    }

    private record Reading(String id, boolean usual, List<String> clues) {}
}
