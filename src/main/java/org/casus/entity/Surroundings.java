package org.casus.entity;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.casus.entity.LinkedMention.CountryBasis;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventPlace;
import org.casus.extraction.EventType;
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

    private static final Set<String> OFFICIAL = Set.of("GOV", "MIL", "LEG");
    /** What a government does to another land, and to its own citizens at most. */
    private static final Set<EventType> ABROAD = Set.of(
            EventType.ACCUSE,
            EventType.REQUEST,
            EventType.REJECT,
            EventType.SANCTION,
            EventType.CONSULT,
            EventType.ASSAULT);

    private final ArticleContext context;
    private final Function<Mention, Optional<Entry>> entryOf;
    private final Map<Mention, Mention> placeOfAct = new HashMap<>();
    /** What somebody does to others, lands perhaps. */
    private final SetMultimap<Mention, EventMention> toLands = HashMultimap.create();

    /** @param entryOf what the name of a place means */
    Surroundings(ArticleContext context, Extraction extraction, Function<Mention, Optional<Entry>> entryOf) {
        this.context = context;
        this.entryOf = entryOf;
        for (EventMention event : extraction.events()) {
            if (event.source() != null && event.target() != null && ABROAD.contains(event.type())) {
                toLands.put(event.source().resolved(), event);
            }
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
        Predicate<String> own = country -> !OFFICIAL.contains(code.sector()) || !isOtherSide(country, mention);
        return Optional.ofNullable(placeOfAct.get(mention))
                .flatMap(entryOf)
                .flatMap(Entry::country)
                .filter(own)
                .map(country -> new Found(country, CountryBasis.EVENT))
                .or(() ->
                        context.placeNear(phrase).filter(own).map(country -> new Found(country, CountryBasis.SENTENCE)))
                .or(() -> context.mainCountry(phrase)
                        .filter(own)
                        .map(country -> new Found(country, CountryBasis.ARTICLE)));
    }

    /** "The government accused Chad": that is not Chad's; but troops who attack a capital may be at home. */
    private boolean isOtherSide(String country, Mention mention) {
        return toLands.get(mention).stream()
                .anyMatch(event -> Optional.ofNullable(event.target())
                        .map(Mention::resolved)
                        .filter(land -> land.kind() == Mention.Kind.PLACE)
                        .flatMap(entryOf)
                        .filter(land ->
                                land.is(EntityType.STATE) || (land.isCapital() && event.type() != EventType.ASSAULT))
                        .flatMap(Entry::country)
                        .filter(country::equals)
                        .isPresent());
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
