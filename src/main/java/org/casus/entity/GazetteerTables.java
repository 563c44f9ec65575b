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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the tables of the gazetteer: several rows of one name and type are one entity at several times. */
final class GazetteerTables {
    private static final String CAPITALS = "capitals.tsv";
    private static final List<String> SHIPPED =
            List.of("countries.tsv", "unions.tsv", "regions.tsv", CAPITALS, "actors.tsv");
    private static final CharMatcher APART = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('0', '9'))
            .negate()
            .precomputed();

    private GazetteerTables() {}

    static Gazetteer shipped() {
        ListMultimap<String, Table.Row> entities = LinkedListMultimap.create();
        for (String file : SHIPPED) {
            add(Table.shipped(file), entities);
        }
        ListMultimap<String, String> aliases = LinkedListMultimap.create();
        for (Table.Row row : Table.shipped("aliases.tsv").rows()) {
            aliases.putAll(row.need("id"), row.list("aliases"));
        }
        return gazetteer(entities, aliases, Table.lines("cities.tsv"));
    }

    static Gazetteer of(Table table) {
        ListMultimap<String, Table.Row> entities = LinkedListMultimap.create();
        add(table, entities);
        return gazetteer(entities, LinkedListMultimap.create(), List.of());
    }

    private static void add(Table table, ListMultimap<String, Table.Row> entities) {
        table.rows().forEach(row -> entities.put(row.need("name") + '\t' + row.need("type"), row));
    }

    private static Gazetteer gazetteer(
            ListMultimap<String, Table.Row> entities, ListMultimap<String, String> aliases, List<String> lines) {
        Set<Integer> capitals = entities.values().stream()
                .flatMap(row -> row.cell("geonames").stream())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        Cities cities = new Cities(lines, capitals);
        List<Entry> entries = new ArrayList<>();
        for (String key : entities.keySet()) {
            entries.add(entry(entities.get(key), aliases, cities));
        }
        return new Gazetteer(entries, cities);
    }

    private static Entry entry(List<Table.Row> rows, ListMultimap<String, String> aliases, Cities cities) {
        Table.Row first = rows.get(0);
        Table.Row last = rows.get(rows.size() - 1);
        String name = first.need("name");
        EntityType type = EntityType.valueOf(first.need("type"));
        Optional<Integer> geonames = one(rows, "geonames").map(Integer::valueOf);
        Optional<Entry> city = geonames.flatMap(cities::capital);
        Set<String> names = new LinkedHashSet<>(List.of(name));
        rows.forEach(row -> names.addAll(row.list("aliases")));
        Optional<String> qid = one(rows, "qid");
        names.addAll(aliases.get(qid.orElse(name)));
        Entity.Known known = new Entity.Known(
                qid.orElse("casus-" + type.label().toLowerCase(Locale.ROOT) + '-' + slug(name)),
                type,
                name,
                orNull(qid),
                orNull(geonames),
                orNull(last.cell("country")),
                orNull(last.cell("sector")),
                orNull(city.map(Entry::entity).map(Entity.Known::latitude).or(() -> first.number("lat"))),
                orNull(city.map(Entry::entity).map(Entity.Known::longitude).or(() -> first.number("lon"))));
        return new Entry(
                known,
                List.copyOf(names),
                offices(rows),
                orNull(one(rows, "standsFor")),
                city.map(Entry::population).orElse(0),
                type == EntityType.CITY && first.file().equals(CAPITALS));
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

    private static String slug(String name) {
        return APART.trimAndCollapseFrom(SurfaceForm.fold(name), '-');
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
