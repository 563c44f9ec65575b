package org.casus.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.casus.entity.LinkedMention.CountryBasis;

/** Finds the country of an actor whose own words name none: "gunmen" are of the land that the text is about. */
final class Surroundings {
    /** Those who act at home unless something else is said. */
    private static final Set<String> DOMESTIC = Set.of(
            "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "REB", "UAF", "CVL", "LAB", "EDU", "MED", "REL",
            "CRM", "REF", "BUS", "ELI");

    private static final Set<String> FROM_ELSEWHERE = Set.of(
            "foreign",
            "international",
            "multinational",
            "transnational",
            "global",
            "world",
            "regional",
            "western",
            "european",
            "african",
            "asian",
            "arab",
            "allied",
            "coalition",
            "expatriate",
            "overseas",
            "peacekeeping",
            "peacekeeper");

    private final ArticleContext context;

    Surroundings(ArticleContext context) {
        this.context = context;
    }

    /** The country around a phrase; empty where the actor may be from anywhere. */
    Optional<Found> country(Words phrase, ActorCode code) {
        if (code.country() != null || code.sector() == null || !DOMESTIC.contains(code.sector()) || foreign(phrase)) {
            return Optional.empty();
        }
        return context.placeOf(phrase.sentence().index())
                .map(country -> new Found(country, CountryBasis.SENTENCE))
                .or(() -> context.mainCountry().map(country -> new Found(country, CountryBasis.ARTICLE)));
    }

    private static boolean foreign(Words phrase) {
        for (int i = phrase.first(); i < phrase.end(); i++) {
            if (FROM_ELSEWHERE.contains(phrase.sentence().token(i).lemma().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** A country and where it was found. */
    record Found(String country, CountryBasis basis) {}
}
