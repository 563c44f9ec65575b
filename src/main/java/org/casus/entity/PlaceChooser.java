package org.casus.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
    /** Of those who live in a region, the share that makes a town of its name the better known. */
    private static final double LEAST_OF_REGION = 0.1;

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
     * @param named places of the name
     * @param country that the words around the name tell
     */
    Optional<Choice> choose(List<Entry> named, Words name, @Nullable String country) {
        List<Entry> places = withoutNamesakes(named);
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
        List<Scored> scored = places.stream()
                .map(place -> score(place, places, surface, country))
                .sorted(Comparator.comparingDouble(Scored::points).reversed())
                .toList();
        Scored best = scored.get(0);
        double lead = scored.size() == 1 ? Double.POSITIVE_INFINITY : best.points - scored.get(1).points;
        return lead < CLEARLY ? Optional.empty() : decide(best, lead);
    }

    /** A town is meant by its bare name, not the district or province around it that has the same. */
    private static List<Entry> withoutNamesakes(List<Entry> places) {
        return places.stream()
                .filter(place -> !place.is(EntityType.REGION)
                        || places.stream().noneMatch(town -> town.is(EntityType.CITY) && outweighs(town, place)))
                .toList();
    }

    /** "Quebec" is the province, "Osaka" the city; "Sinaloa" is the state, whatever village has its name. */
    private static boolean outweighs(Entry town, Entry region) {
        boolean inside = Objects.equals(town.prior().region(), region.prior().region());
        if (region.entity().qid() == null) {
            return !town.isCommonPlace() || (inside && town.population() >= TOWN);
        }
        return inside && town.population() >= LEAST_OF_REGION * region.population();
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

    private Scored score(Entry place, List<Entry> namesakes, String surface, @Nullable String country) {
        double points = Math.log10(place.population() + 1.0) + bonus(place);
        String own = place.country().orElse("");
        boolean ofCountry = country == null ? context.share(own, surface) >= LEAST_SHARE : country.equals(own);
        if (ofCountry) {
            points += OF_COUNTRY * (country == null ? 1 + context.share(own, surface) : 2);
        }
        String region = place.prior().region();
        // That the text speaks of Quebec does not say that it means the city.
        boolean ofRegion = place.liesInRegion()
                && region != null
                && context.speaksOfRegion(region)
                && namesakes.stream()
                        .allMatch(other -> other.liesInRegion()
                                || !region.equals(other.prior().region()));
        if (ofRegion) {
            points += OF_REGION;
        }
        int close = Math.min(MOST_NEIGHBOURS, context.closeTo(place, surface));
        return new Scored(place, points + close * OF_NEIGHBOUR, ofCountry, ofRegion, close);
    }

    private record Scored(Entry place, double points, boolean ofCountry, boolean ofRegion, int close) {}
}
