package org.casus.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells cities of one name apart by the countries that the article speaks of, and by their size. */
final class CityChooser {
    private static final double BY_COUNTRY = 0.85;
    private static final double BY_SIZE = 0.7;
    /** A city that size is known without its country. */
    private static final int LARGE = 300_000;
    /** A city is meant, not a namesake, when it is that many times larger. */
    private static final int LARGER = 4;

    private final ArticleContext context;

    CityChooser(ArticleContext context) {
        this.context = context;
    }

    /** A city that no table but the list of cities has. */
    static boolean isCommon(Entry entry) {
        return entry.is(EntityType.CITY)
                && entry.entity().qid() == null
                && entry.entity().geonames() != null
                && entry.offices().isEmpty();
    }

    /** @param country that the words around the name tell */
    Optional<Choice> choose(List<Entry> cities, Words name, @Nullable String country) {
        Comparator<Entry> bySize = Comparator.comparingInt(Entry::population);
        Optional<Entry> near = cities.stream()
                .filter(city ->
                        city.country().filter(code -> speaksOf(code, country)).isPresent())
                .max(Comparator.comparingInt(
                                (Entry city) -> context.mentions(city.country().orElse("")))
                        .thenComparing(bySize));
        if (near.isPresent()) {
            return near.map(city -> new Choice(city, BY_COUNTRY));
        }
        List<Entry> largest = cities.stream().sorted(bySize.reversed()).toList();
        boolean clear = !largest.isEmpty()
                && largest.get(0).population() >= LARGE
                && (largest.size() == 1
                        || largest.get(0).population()
                                >= LARGER * largest.get(1).population());
        return clear ? Optional.of(new Choice(largest.get(0), BY_SIZE)) : Optional.empty();
    }

    private boolean speaksOf(String code, @Nullable String country) {
        return country == null ? context.speaksOf(code) : code.equals(country);
    }
}
