package org.casus.entity;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cities of the world by name. A line of the table is read when its name is asked for, so that all load at once.
 */
final class Cities {
    private static final Splitter TABS = Splitter.on('\t');
    private static final int COLUMNS = 6;

    private final Map<String, List<String>> linesByName;
    private final Map<Integer, Entry> capitals = new HashMap<>();

    /** @param known GeoNames ids of those that another table has under a name of their own */
    Cities(List<String> lines, Set<Integer> known) {
        linesByName = new HashMap<>(lines.size() * 2);
        for (String line : lines) {
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("name\t")) {
                continue;
            }
            int name = line.indexOf('\t');
            int country = line.indexOf('\t', name + 1);
            int id = line.indexOf('\t', country + 1);
            if (id < 0) {
                throw new IllegalArgumentException("cities.tsv: not %d columns: %s".formatted(COLUMNS, line));
            }
            Integer geonames = Integer.valueOf(line.substring(country + 1, id));
            if (known.contains(geonames)) {
                capitals.put(geonames, entry(line));
            } else {
                linesByName
                        .computeIfAbsent(SurfaceForm.fold(line.substring(0, name)), key -> new ArrayList<>(1))
                        .add(line);
            }
        }
    }

    List<Entry> find(String folded) {
        return linesByName.getOrDefault(folded, List.of()).stream()
                .map(Cities::entry)
                .toList();
    }

    /** One of those that another table has. */
    Optional<Entry> capital(Integer geonames) {
        return Optional.ofNullable(capitals.get(geonames));
    }

    private static Entry entry(String line) {
        List<String> cells = TABS.splitToList(line);
        if (cells.size() != COLUMNS) {
            throw new IllegalArgumentException("cities.tsv: not %d columns: %s".formatted(COLUMNS, line));
        }
        Entity.Known city = new Entity.Known(
                "casus-geonames-" + cells.get(2),
                EntityType.CITY,
                cells.get(0),
                null,
                Integer.valueOf(cells.get(2)),
                cells.get(1),
                null,
                Double.valueOf(cells.get(3)),
                Double.valueOf(cells.get(4)));
        return new Entry(city, List.of(city.name()), List.of(), null, Integer.parseInt(cells.get(5)), false);
    }
}
