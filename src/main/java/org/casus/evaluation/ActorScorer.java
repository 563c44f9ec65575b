package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The country and the sector of an actor who is named, sometimes on a date. */
final class ActorScorer implements Scorer {
    private record Wanted(Fields line, String id, Optional<String> country, Optional<String> sector) {
        static Wanted of(Fields line) {
            Fields want = line.object("want");
            return new Wanted(line, line.id(), want.optionalText("country"), want.optionalText("code_1"));
        }
    }

    private final List<Wanted> actors;

    ActorScorer(List<Fields> gold) {
        actors = gold.stream().map(Wanted::of).toList();
    }

    @Override
    public ObjectNode score(Predictions predictions, Misses misses) {
        int countries = 0;
        int sectors = 0;
        int wantedCountries = 0;
        int wantedSectors = 0;
        for (Wanted actor : actors) {
            List<Fields> entities = predictions.of(actor.id).optionalList("entities");
            boolean country = actor.country.isPresent() && any(entities, "country", actor.country);
            boolean sector = actor.sector.isPresent() && any(entities, "sector", actor.sector);
            wantedCountries += actor.country.isPresent() ? 1 : 0;
            wantedSectors += actor.sector.isPresent() ? 1 : 0;
            countries += country ? 1 : 0;
            sectors += sector ? 1 : 0;
            if (country != actor.country.isPresent() || sector != actor.sector.isPresent()) {
                misses.add(actor.line, () -> words(actor, entities));
            }
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("country", Rates.rounded(Rates.share(countries, wantedCountries)));
        figures.put("sector", Rates.rounded(Rates.share(sectors, wantedSectors)));
        figures.putArray("n").add(wantedCountries).add(wantedSectors);
        return figures;
    }

    private static boolean any(List<Fields> entities, String field, Optional<String> wanted) {
        return entities.stream().anyMatch(entity -> entity.optionalText(field).equals(wanted));
    }

    private static String words(Wanted actor, List<Fields> entities) {
        return "%s%n  gold  %s %s%n  said  %s"
                .formatted(
                        Stream.of("text", "date")
                                .map(actor.line::optionalText)
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(", ")),
                        actor.country.orElse("-"),
                        actor.sector.orElse("-"),
                        Misses.joined(entities.stream().map(ActorScorer::words)));
    }

    private static String words(Fields entity) {
        return "%s %s %s"
                .formatted(
                        entity.optionalText("name").orElse("?"),
                        entity.optionalText("country").orElse("-"),
                        entity.optionalText("sector").orElse("-"));
    }
}
