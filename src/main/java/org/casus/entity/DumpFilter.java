package org.casus.entity;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Items of Wikidata that geopolitics speaks of -> entries. */
final class DumpFilter {
    private static final String HUMAN = "Q5";
    private static final List<String> FACTS = List.of("P102", "P131", "P36", "P463", "P576", "P710", "P361");
    private static final Splitter SPACE = Splitter.on(' ');

    private final ImmutableMap<String, Kind> kinds = readKinds();
    private final CandidateSource states;

    /** @param states who know the codes of countries by their items */
    DumpFilter(CandidateSource states) {
        this.states = states;
    }

    private record Kind(int rank, EntityType type, @Nullable String sector) {}

    private static ImmutableMap<String, Kind> readKinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Table.Row row : Table.shipped("classes.tsv").rows()) {
            kinds.put(
                    row.need("class"),
                    new Kind(kinds.size(), row.type(), row.cell("sector").orElse(null)));
        }
        return ImmutableMap.copyOf(kinds);
    }

    /** Empty for what is of no use here, or has no name that a text in English would have. */
    Optional<Entry> entry(DumpItem item) {
        String name = item.name();
        return name == null ? Optional.empty() : kind(item).map(kind -> entry(item, name, kind));
    }

    private Optional<Kind> kind(DumpItem item) {
        if (item.values("P31").anyMatch(HUMAN::equals)) {
            Optional<Kind> occupation = known(item.values("P106")).filter(kind -> kind.type() == EntityType.PERSON);
            boolean office = !item.claims("P39").isEmpty();
            return office ? occupation.or(() -> Optional.of(new Kind(0, EntityType.PERSON, "GOV"))) : occupation;
        }
        return known(item.values("P31"))
                .filter(kind -> kind.type() != EntityType.PERSON)
                .or(() -> ofItsCode(item));
    }

    private Optional<Kind> known(Stream<String> classes) {
        return classes.map(kinds::get)
                .filter(Objects::nonNull)
                .min((one, other) -> Integer.compare(one.rank(), other.rank()));
    }

    private static Optional<Kind> ofItsCode(DumpItem item) {
        boolean located = !item.claims("P625").isEmpty() && !item.claims("P17").isEmpty();
        if (!item.claims("P297").isEmpty()) {
            return Optional.of(new Kind(0, EntityType.TERRITORY, null));
        } else if (!item.claims("P300").isEmpty()) {
            return Optional.of(new Kind(0, EntityType.REGION, null));
        } else if (located && !item.claims("P1082").isEmpty()) {
            return Optional.of(new Kind(0, EntityType.CITY, null));
        }
        return Optional.empty();
    }

    private Entry entry(DumpItem item, String name, Kind kind) {
        Optional<List<Double>> point = item.value("P625")
                .map(text -> SPACE.splitToStream(text).map(Double::valueOf).toList());
        boolean person = kind.type() == EntityType.PERSON;
        Entity.Known entity = new Entity.Known(
                item.id(),
                kind.type(),
                name,
                item.id(),
                item.value("P1566").flatMap(DumpFilter::number).orElse(null),
                country(item, kind).orElse(null),
                kind.sector(),
                point.map(both -> both.get(0)).orElse(null),
                point.map(both -> both.get(1)).orElse(null),
                item.wikipedia(),
                kind.type() == EntityType.STATE || kind.type() == EntityType.TERRITORY
                        ? item.value("P297").orElse(null)
                        : null);
        Set<String> names = new LinkedHashSet<>(List.of(name));
        names.addAll(item.names());
        int population = item.value("P1082").flatMap(DumpFilter::number).orElse(0);
        List<Entry.Office> offices = person ? offices(item, kind) : life(item, kind);
        return new Entry(
                entity, List.copyOf(names), offices, null, new Prior(population, item.sitelinks(), null, false, false));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of((int) Math.min(Integer.MAX_VALUE, Double.parseDouble(text)));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Optional<String> country(DumpItem item, Kind kind) {
        if (!kind.type().fillsRoles()) {
            return Optional.empty();
        } else if (kind.type() == EntityType.INTERGOVERNMENTAL_ORGANISATION) {
            return Optional.of("IGO");
        }
        return item.value("P298")
                .or(() -> item.value(kind.type() == EntityType.PERSON ? "P27" : "P17")
                        .flatMap(states::byId)
                        .flatMap(Entry::country));
    }

    /** The times of the offices that are dated; what the office is the occupation has to tell. */
    private static List<Entry.Office> offices(DumpItem item, Kind kind) {
        return item.claims("P39").stream()
                .filter(claim -> claim.from() != null || claim.until() != null)
                .map(claim -> new Entry.Office(kind.sector(), claim.from(), claim.until()))
                .distinct()
                .toList();
    }

    /** From when until when it was, where that is told. */
    private static List<Entry.Office> life(DumpItem item, Kind kind) {
        Optional<String> from = item.value("P580").or(() -> item.value("P585"));
        Optional<String> until = item.value("P576").or(() -> item.value("P582")).or(() -> item.value("P585"));
        return from.isPresent() || until.isPresent()
                ? List.of(new Entry.Office(kind.sector(), from.orElse(null), until.orElse(null)))
                : List.of();
    }

    /** What else of an item is kept: "P102=Q79854 P131=Q1297". */
    static String facts(DumpItem item) {
        return String.join(
                " ",
                Iterables.concat(FACTS.stream()
                        .map(property -> item.values(property)
                                .map(value -> property + '=' + value.replace(' ', '_'))
                                .toList())
                        .toList()));
    }
}
