package org.casus.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells places of one name apart: by what the text says they are in, by what it speaks of, and by their size. */
final class PlaceChooser {
    private static final double BY_CONTAINER = 0.95;
    private static final double BY_REGION = 0.9;
    private static final double BY_COUNTRY = 0.85;
    private static final double BY_SIZE = 0.7;

    /** A city of that size is known without its country, or a town without its region. */
    private static final int LARGE = 300_000;

    /** The only one of its name in the world is known from that size on. */
    private static final int LARGE_ALONE = 50_000;

    private static final int TOWN = 15_000;
    /** Logarithm of how much larger than its namesakes a place has to be. */
    private static final double CLEARLY = 0.5;

    private static final double VERY_CLEARLY = 0.6;
    /** Of all mentions of countries those that make a country one that the article is about. */
    private static final double LEAST_SHARE = 0.15;

    private static final double OF_COUNTRY = 1.7;
    private static final double OF_REGION = 2.5;
    private static final double OF_NEIGHBOUR = 1.2;
    private static final int MOST_NEIGHBOURS = 2;
    /** Worth as much as how many more people. */
    private static final double OF_A_TABLE = 1.3;

    private final ArticleContext context;

    PlaceChooser(ArticleContext context) {
        this.context = context;
    }

    /**
     * @param places of the name
     * @param country that the words around the name tell
     */
    Optional<Choice> choose(List<Entry> places, Words name, @Nullable String country) {
        String surface = PhraseReader.text(name.sentence(), name.first(), name.end());
        Optional<Container> container = context.container(surface);
        if (container.isPresent()) {
            Optional<Choice> inside = places.stream()
                    .filter(container.get()::holds)
                    .max(Comparator.comparingInt(Entry::population))
                    .map(place -> new Choice(place, BY_CONTAINER, LinkReason.CONTAINER));
            // "Paris, Ruritania" is no Paris that is known; of a state alone a text may say that in passing.
            if (inside.isPresent()
                    || (container.get().region() != null && container.get().afterComma())) {
                return inside;
            }
        }
        List<Scored> scored = withoutNamesakes(places).stream()
                .map(place -> score(place, surface, country))
                .sorted(Comparator.comparingDouble(Scored::points).reversed())
                .toList();
        Scored best = scored.get(0);
        double lead = scored.size() == 1 ? Double.POSITIVE_INFINITY : best.points - scored.get(1).points;
        return lead < CLEARLY ? Optional.empty() : decide(best, lead);
    }

    /** A town of our tables is meant by its bare name, not the district around it. */
    private static List<Entry> withoutNamesakes(List<Entry> places) {
        boolean town = places.stream().anyMatch(place -> place.is(EntityType.CITY) && !place.isCommonPlace());
        return places.stream()
                .filter(place ->
                        !town || !place.is(EntityType.REGION) || place.entity().qid() != null)
                .toList();
    }

    private static Optional<Choice> decide(Scored best, double lead) {
        Entry place = best.place;
        if (best.ofRegion || best.close > (best.ofCountry ? 0 : 1)) {
            return Optional.of(new Choice(place, BY_REGION, best.ofRegion ? LinkReason.REGION : LinkReason.NEARBY));
        }
        boolean known = place.population() >= TOWN || !place.isCommonPlace();
        if (best.ofCountry && (known || lead == Double.POSITIVE_INFINITY)) {
            return Optional.of(new Choice(place, BY_COUNTRY, LinkReason.COUNTRY));
        }
        boolean large = place.population() >= (lead == Double.POSITIVE_INFINITY ? LARGE_ALONE : LARGE)
                || !place.isCommonPlace();
        return large && lead >= VERY_CLEARLY
                ? Optional.of(new Choice(place, BY_SIZE, LinkReason.SIZE))
                : Optional.empty();
    }

    private static double bonus(Entry place) {
        if (place.is(EntityType.REGION) && place.entity().qid() != null) {
            return OF_REGION;
        }
        return place.isCommonPlace() ? 0 : OF_A_TABLE;
    }

    private Scored score(Entry place, String surface, @Nullable String country) {
        double points = Math.log10(place.population() + 1.0) + bonus(place);
        String own = place.country().orElse("");
        boolean ofCountry = country == null ? context.share(own) >= LEAST_SHARE : country.equals(own);
        if (ofCountry) {
            points += OF_COUNTRY * (country == null ? 1 + context.share(own) : 2);
        }
        String region = place.prior().region();
        boolean ofRegion = place.liesInRegion() && region != null && context.speaksOfRegion(region);
        if (ofRegion) {
            points += OF_REGION;
        }
        int close = Math.min(MOST_NEIGHBOURS, context.closeTo(place, surface));
        return new Scored(place, points + close * OF_NEIGHBOUR, ofCountry, ofRegion, close);
    }

    private record Scored(Entry place, double points, boolean ofCountry, boolean ofRegion, int close) {}
}
