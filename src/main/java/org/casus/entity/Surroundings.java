package org.casus.entity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.entity.LinkedMention.CountryBasis;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventPlace;
import org.casus.extraction.Extraction;
import org.casus.extraction.Mention;

/** Finds the country of an actor whose own words name none: "gunmen" are of the land that the text is about. */
final class Surroundings {
    /** Those who act at home unless something else is said. */
    private static final Set<String> DOMESTIC = Set.of(
            "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "REB", "UAF", "CVL", "LAB", "EDU", "MED", "REL",
            "CRM", "REF", "BUS", "JRN", "ELI");

    private static final Set<String> FROM_ELSEWHERE = Table.shipped("from-elsewhere.tsv").rows().stream()
            .map(row -> row.need("lemma"))
            .collect(Collectors.toUnmodifiableSet());

    private final ArticleContext context;
    private final Function<Mention, Optional<String>> countryOf;
    private final Map<Mention, Mention> placeOfAct = new HashMap<>();

    /** @param countryOf the country of a place */
    Surroundings(ArticleContext context, Extraction extraction, Function<Mention, Optional<String>> countryOf) {
        this.context = context;
        this.countryOf = countryOf;
        for (EventMention event : extraction.events()) {
            if (event.place() != null && event.place().basis() == EventPlace.Basis.TEXT) {
                for (Mention party : Arrays.asList(event.source(), event.target())) {
                    if (party != null) {
                        placeOfAct.putIfAbsent(party.resolved(), event.place().mention());
                    }
                }
            }
        }
    }

    /** The country around a phrase; empty where the actor may be from anywhere. */
    Optional<Found> country(Mention mention, Words phrase, ActorCode code) {
        if (code.country() != null || code.sector() == null || !DOMESTIC.contains(code.sector()) || foreign(phrase)) {
            return Optional.empty();
        }
        return Optional.ofNullable(placeOfAct.get(mention))
                .flatMap(countryOf)
                .map(country -> new Found(country, CountryBasis.EVENT))
                .or(() -> context.placeNear(phrase).map(country -> new Found(country, CountryBasis.SENTENCE)))
                .or(() -> context.mainCountry(phrase).map(country -> new Found(country, CountryBasis.ARTICLE)));
    }

    private static boolean foreign(Words phrase) {
        for (int i = phrase.first(); i < phrase.end(); i++) {
            String lemma = phrase.sentence().token(i).lemma().toLowerCase(Locale.ROOT);
            if (FROM_ELSEWHERE.contains(lemma)) {
                return true;
            }
        }
        return false;
    }

    /** A country and where it was found. */
    record Found(String country, CountryBasis basis) {}
}
