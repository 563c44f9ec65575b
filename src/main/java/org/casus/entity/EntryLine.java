package org.casus.entity;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An entry as an index keeps it, without its names: a line of tab-separated cells. */
final class EntryLine {
    /** Another number makes builds write their indexes again. */
    static final int FORMAT = 2;

    private static final Splitter TABS = Splitter.on('\t');
    private static final Splitter OFFICES = Splitter.on(';').omitEmptyStrings();
    private static final Splitter PARTS = Splitter.on(',');
    private static final Joiner CELLS = Joiner.on('\t').useForNull("");

    private EntryLine() {}

    static String write(Entry entry) {
        Entity.Known entity = entry.entity();
        Prior prior = entry.prior();
        String offices = Joiner.on(';')
                .join(entry.offices().stream()
                        .map(office ->
                                Joiner.on(',').useForNull("").join(office.sector(), office.from(), office.until()))
                        .iterator());
        return CELLS.join(
                entity.id(),
                entity.type(),
                entity.name(),
                entity.qid(),
                entity.geonames(),
                entity.countryCode(),
                entity.sector(),
                entity.latitude(),
                entity.longitude(),
                entity.wikipedia(),
                prior.population(),
                prior.sitelinks(),
                prior.region(),
                offices,
                entity.iso2());
    }

    static Entry read(String line) {
        List<String> cells = TABS.splitToList(line);
        Entity.Known entity = new Entity.Known(
                cells.get(0),
                EntityType.valueOf(cells.get(1)),
                cells.get(2),
                cell(cells, 3, Function.identity()),
                cell(cells, 4, Integer::valueOf),
                cell(cells, 5, Function.identity()),
                cell(cells, 6, Function.identity()),
                cell(cells, 7, Double::valueOf),
                cell(cells, 8, Double::valueOf),
                cell(cells, 9, Function.identity()),
                cell(cells, 14, Function.identity()));
        Prior prior = new Prior(
                Integer.parseInt(cells.get(10)),
                Integer.parseInt(cells.get(11)),
                cell(cells, 12, Function.identity()),
                false,
                false);
        List<Entry.Office> offices =
                OFFICES.splitToStream(cells.get(13)).map(EntryLine::office).toList();
        return new Entry(entity, List.of(entity.name()), offices, null, prior);
    }

    private static Entry.Office office(String text) {
        List<String> parts = PARTS.splitToList(text);
        return new Entry.Office(
                cell(parts, 0, Function.identity()),
                cell(parts, 1, Function.identity()),
                cell(parts, 2, Function.identity()));
    }

    private static <T> @Nullable T cell(List<String> cells, int i, Function<String, T> read) {
        return Optional.of(cells.get(i))
                .filter(text -> !text.isEmpty())
                .map(read)
                .orElse(null);
    }
}
