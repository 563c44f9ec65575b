package org.casus.entity;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everybody and every place that is known, by name. */
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

    private final ImmutableListMultimap<String, Entry> byName;
    private final ImmutableListMultimap<String, Entry> byAcronym;
    private final ImmutableListMultimap<String, Entry> bySurname;
    private final ImmutableMap<String, Entry> stateByCode;
    private final ImmutableMap<String, Entry> byId;
    private final Cities cities;
    private final int longest;

    Gazetteer(List<Entry> entries, Cities cities) {
        this.cities = cities;
        ImmutableListMultimap.Builder<String, Entry> names = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<String, Entry> acronyms = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<String, Entry> surnames = ImmutableListMultimap.builder();
        Map<String, Entry> states = new LinkedHashMap<>();
        ImmutableMap.Builder<String, Entry> ids = ImmutableMap.builder();
        int words = 1;
        for (Entry entry : entries) {
            Set<String> plain = new LinkedHashSet<>();
            Set<String> capitals = new LinkedHashSet<>();
            for (String name : entry.names()) {
                SurfaceForm form = SurfaceForm.of(name);
                (form.acronym() ? capitals : plain).add(form.folded());
                words = Math.max(
                        words,
                        1 + (int) form.folded().chars().filter(c -> c == ' ').count());
            }
            plain.forEach(name -> names.put(name, entry));
            capitals.forEach(name -> acronyms.put(name, entry));
            if (entry.is(EntityType.PERSON)) {
                String full = SurfaceForm.fold(entry.entity().name());
                surnames.put(full.substring(full.lastIndexOf(' ') + 1), entry);
            } else if (entry.is(EntityType.STATE)) {
                // A former state may share the code of the one that followed it; today's come first.
                entry.country().ifPresent(code -> states.putIfAbsent(code, entry));
            }
            ids.put(entry.entity().id(), entry);
        }
        byName = names.build();
        byAcronym = acronyms.build();
        bySurname = surnames.build();
        stateByCode = ImmutableMap.copyOf(states);
        byId = ids.buildKeepingLast();
        longest = words;
    }

    /** Most words that a name has here. */
    int longest() {
        return longest;
    }

    /** All who go by that name. */
    List<Entry> find(String surface) {
        SurfaceForm form = SurfaceForm.of(surface);
        if (form.acronym() && byAcronym.containsKey(form.folded())) {
            return byAcronym.get(form.folded());
        }
        List<Entry> found = byName.get(form.folded());
        List<Entry> towns = cities.find(form.folded());
        if (!towns.isEmpty()) {
            return Stream.concat(found.stream(), towns.stream()).toList();
        }
        return found.isEmpty() ? withoutTitle(form.folded()) : found;
    }

    private List<Entry> withoutTitle(String folded) {
        return STATE_TITLES.stream()
                .filter(folded::startsWith)
                .map(title -> byName.get(folded.substring(title.length())).stream()
                        .filter(entry -> entry.is(EntityType.STATE))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Persons whose last name it is. */
    List<Entry> surname(String surface) {
        return bySurname.get(SurfaceForm.of(surface).folded());
    }

    Optional<Entry> state(String code) {
        return Optional.ofNullable(stateByCode.get(code));
    }

    Optional<Entry> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
