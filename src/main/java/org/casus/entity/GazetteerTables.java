package org.casus.entity;

import com.google.common.base.CharMatcher;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tables of the gazetteer: several rows of one name and type are one entity at several times. */
final class GazetteerTables {
    private static final String CAPITALS = "capitals.tsv";
    private static final List<String> SHIPPED =
            List.of("countries.tsv", "unions.tsv", CAPITALS, "cities.tsv", "actors.tsv");
    private static final CharMatcher APART = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('0', '9'))
            .negate()
            .precomputed();

    private GazetteerTables() {}

    /** @param places where the tables' towns and regions are looked up for where they lie */
    static EntryTable shipped(CandidateSource places) {
        ListMultimap<String, Table.Row> entities = LinkedListMultimap.create();
        for (String file : SHIPPED) {
            add(Table.shipped(file), entities);
        }
        ListMultimap<String, String> aliases = LinkedListMultimap.create();
        for (Table.Row row : Table.shipped("aliases.tsv").rows()) {
            aliases.putAll(row.need("id"), row.list("aliases"));
        }
        return new EntryTable(entries(entities, aliases, places));
    }

    /** Tables of a user's own. */
    static EntryTable of(List<Table> tables, CandidateSource places) {
        return new EntryTable(entries(tables, places));
    }

    static List<Entry> entries(List<Table> tables, CandidateSource places) {
        ListMultimap<String, Table.Row> entities = LinkedListMultimap.create();
        tables.forEach(table -> add(table, entities));
        return entries(entities, LinkedListMultimap.create(), places);
    }

    private static void add(Table table, ListMultimap<String, Table.Row> entities) {
        table.rows().forEach(row -> entities.put(row.need("name") + '\t' + row.need("type"), row));
    }

    private static List<Entry> entries(
            ListMultimap<String, Table.Row> entities, ListMultimap<String, String> aliases, CandidateSource places) {
        List<Entry> entries = new ArrayList<>();
        for (String key : entities.keySet()) {
            entries.add(entry(entities.get(key), aliases, places));
        }
        return entries;
    }

    private static Entry entry(List<Table.Row> rows, ListMultimap<String, String> aliases, CandidateSource places) {
        Table.Row first = rows.get(0);
        Table.Row last = rows.get(rows.size() - 1);
        String name = first.need("name");
        EntityType type = first.type();
        Optional<String> qid = one(rows, "qid");
        Optional<String> country = last.cell("country");
        Optional<Entry> place = type.isPlace() ? place(rows, type, country.orElse(null), places) : Optional.empty();
        Optional<Entity.Known> located = place.map(Entry::entity);
        Set<String> names = new LinkedHashSet<>(List.of(name));
        rows.forEach(row -> names.addAll(row.list("aliases")));
        names.addAll(aliases.get(qid.orElse(name)));
        Entity.Known known = new Entity.Known(
                qid.orElse("casus-" + type.label().toLowerCase(Locale.ROOT) + '-' + slug(name)),
                type,
                name,
                orNull(qid),
                orNull(located.map(Entity.Known::geonames)),
                orNull(country),
                orNull(last.cell("sector")),
                orNull(first.number("lat").or(() -> located.map(Entity.Known::latitude))),
                orNull(first.number("lon").or(() -> located.map(Entity.Known::longitude))),
                orNull(one(rows, "wikipedia").or(() -> located.map(Entity.Known::wikipedia))),
                orNull(first.cell("iso2")));
        boolean capital = type == EntityType.CITY && first.file().equals(CAPITALS);
        Prior prior = new Prior(
                place.map(Entry::population).orElse(0),
                0,
                orNull(place.map(Entry::prior).map(Prior::region)),
                capital,
                true);
        return new Entry(known, List.copyOf(names), offices(rows), orNull(one(rows, "standsFor")), prior);
    }

    /** The same place in the index: by its number, its item, or the name of a region of its country. */
    private static Optional<Entry> place(
            List<Table.Row> rows, EntityType type, @Nullable String country, CandidateSource places) {
        return one(rows, "geonames")
                .map(number -> "casus-geonames-" + number)
                .or(() -> one(rows, "qid"))
                .flatMap(places::byId)
                .or(() -> {
                    List<Entry> named = places.named(SurfaceForm.of(rows.get(0).need("name"))).stream()
                            .filter(entry -> type == EntityType.REGION
                                    && entry.is(type)
                                    && entry.country().equals(Optional.ofNullable(country)))
                            .toList();
                    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
                });
    }

    private static List<Entry.Office> offices(List<Table.Row> rows) {
        return rows.stream()
                .map(row -> new Entry.Office(
                        orNull(row.cell("sector")), orNull(row.cell("from")), orNull(row.cell("until"))))
                .toList();
    }

    private static Optional<String> one(List<Table.Row> rows, String column) {
        return rows.stream().flatMap(row -> row.cell(column).stream()).findFirst();
    }

    static String slug(String name) {
        return APART.trimAndCollapseFrom(SurfaceForm.transliterated(name), '-');
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
