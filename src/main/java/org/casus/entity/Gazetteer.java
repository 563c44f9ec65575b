package org.casus.entity;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everybody and every place that is known, by name: the user's own table before the shipped one, and that before the
 * indexes of many. Who stands in several is one, as the first has it.
 */
final class Gazetteer {
    /** What may stand before the name of a state: "the Islamic Republic of Iran". */
    private static final List<String> STATE_TITLES = List.of(
            "republic of ",
            "kingdom of ",
            "state of ",
            "islamic republic of ",
            "federal republic of ",
            "peoples republic of ",
            "commonwealth of ",
            "federation of ");

    private final EntryTable own;
    private final EntryTable shipped;
    private final List<? extends CandidateSource> indexes;
    private final ImmutableMap<String, String> abbreviations = readAbbreviations();
    private final int longest;

    Gazetteer(EntryTable own, EntryTable shipped, List<? extends CandidateSource> indexes) {
        this.own = own;
        this.shipped = shipped;
        this.indexes = List.copyOf(indexes);
        longest = sources().mapToInt(CandidateSource::longest).max().orElse(1);
    }

    /** What ships with the program. Its index is mapped into memory until the program ends. */
    static Gazetteer shipped() {
        GazetteerIndex index = ShippedGazetteer.open();
        return new Gazetteer(new EntryTable(List.of()), GazetteerTables.shipped(index), List.of(index));
    }

    private static ImmutableMap<String, String> readAbbreviations() {
        ImmutableMap.Builder<String, String> regions = ImmutableMap.builder();
        for (Table.Row row : Table.shipped("abbreviations.tsv").rows()) {
            for (String text : row.list("short")) {
                regions.put(text.replace(".", ""), row.need("region"));
            }
        }
        return regions.buildKeepingLast();
    }

    /** Shortened names of regions, without dots, to the regions. */
    ImmutableMap<String, String> abbreviations() {
        return abbreviations;
    }

    /** A first-level division. */
    Optional<Entry> region(String code) {
        return byId("region-" + code);
    }

    private Stream<CandidateSource> sources() {
        return Stream.concat(Stream.of(own, shipped), indexes.stream());
    }

    /** Most words that a name has here. */
    int longest() {
        return longest;
    }

    /** All who go by that name. */
    List<Entry> find(String surface) {
        SurfaceForm form = SurfaceForm.of(surface);
        List<Entry> mine = own.named(form);
        if (!mine.isEmpty()) {
            return mine;
        }
        List<Entry> curated = shipped.named(form);
        if (form.acronym() && !curated.isEmpty() && curated.stream().noneMatch(Gazetteer::isTown)) {
            return curated;
        }
        List<Entry> found =
                once(Stream.concat(curated.stream(), indexes.stream().flatMap(index -> index.named(form).stream())));
        if (found.isEmpty()) {
            found = withoutTitle(form.folded());
        }
        return found.isEmpty() ? once(indexes.stream().flatMap(index -> index.alsoCalled(form).stream())) : found;
    }

    /** Whose name may stand in capitals in a dateline, where it is no acronym. */
    private static boolean isTown(Entry entry) {
        return entry.is(EntityType.CITY);
    }

    private List<Entry> withoutTitle(String folded) {
        return STATE_TITLES.stream()
                .filter(folded::startsWith)
                .map(title -> shipped.named(new SurfaceForm(folded.substring(title.length()), false)).stream()
                        .filter(entry -> entry.is(EntityType.STATE))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Each as the first source has it; a town that one source has with an item and another without is one. */
    private List<Entry> once(Stream<Entry> entries) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        entries.map(this::asFirstKnown)
                .forEach(entry -> byId.putIfAbsent(entry.entity().id(), entry));
        Map<Integer, Entry> withoutItem = new LinkedHashMap<>();
        for (Entry entry : byId.values()) {
            Integer number = entry.entity().geonames();
            if (number != null && entry.entity().qid() == null) {
                withoutItem.putIfAbsent(number, entry);
            }
        }
        List<Entry> once = new ArrayList<>();
        for (Entry entry : byId.values()) {
            Entry same = withoutItem.get(entry.entity().geonames());
            if (entry.entity().qid() != null && same != null) {
                once.add(entry.placedAs(same));
                withoutItem.remove(entry.entity().geonames());
            } else {
                once.add(entry);
            }
        }
        once.removeIf(entry -> entry.entity().qid() == null
                && entry.entity().geonames() != null
                && !withoutItem.containsKey(entry.entity().geonames()));
        return once;
    }

    private Entry asFirstKnown(Entry entry) {
        if (entry.prior().curated()) {
            return entry;
        }
        String id = entry.entity().id();
        Optional<Entry> known = own.byId(id).or(() -> shipped.byId(id));
        Integer geonames = entry.entity().geonames();
        return known.or(() -> geonames == null
                        ? Optional.empty()
                        : own.byGeonames(geonames).or(() -> shipped.byGeonames(geonames)))
                .orElse(entry);
    }

    /** Persons whose last name it is. */
    List<Entry> surname(String surface) {
        String folded = SurfaceForm.of(surface).folded();
        return once(sources().flatMap(source -> source.surnamed(folded).stream()));
    }

    Optional<Entry> state(String code) {
        return own.state(code).or(() -> shipped.state(code));
    }

    Optional<Entry> byId(String id) {
        return sources().flatMap(source -> source.byId(id).stream()).findFirst().map(this::asFirstKnown);
    }
}
