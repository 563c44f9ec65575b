package org.casus.entity;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entries of the tables that people wrote, in memory. */
final class EntryTable implements CandidateSource {
    private final ImmutableListMultimap<String, Entry> byName;
    private final ImmutableListMultimap<String, Entry> byAcronym;
    private final ImmutableListMultimap<String, Entry> bySurname;
    private final ImmutableMap<String, Entry> stateByCode;
    private final ImmutableMap<Integer, Entry> byGeonames;
    private final ImmutableMap<String, Entry> byId;
    private final int longest;

    EntryTable(List<Entry> entries) {
        ImmutableListMultimap.Builder<String, Entry> names = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<String, Entry> acronyms = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<String, Entry> surnames = ImmutableListMultimap.builder();
        Map<String, Entry> states = new LinkedHashMap<>();
        ImmutableMap.Builder<Integer, Entry> geonames = ImmutableMap.builder();
        ImmutableMap.Builder<String, Entry> ids = ImmutableMap.builder();
        int words = 1;
        for (Entry entry : entries) {
            Set<String> plain = new LinkedHashSet<>();
            Set<String> capitals = new LinkedHashSet<>();
            for (String name : entry.names()) {
                SurfaceForm form = SurfaceForm.of(name);
                (form.acronym() ? capitals : plain).add(form.folded());
                words = Math.max(words, form.words());
            }
            plain.forEach(name -> names.put(name, entry));
            capitals.forEach(name -> acronyms.put(name, entry));
            if (entry.is(EntityType.PERSON)) {
                surnames.put(entry.surname(), entry);
            } else if (entry.is(EntityType.STATE)) {
                // A former state may share the code of the one that followed it; today's come first.
                entry.country().ifPresent(code -> states.putIfAbsent(code, entry));
            }
            if (entry.entity().geonames() != null) {
                geonames.put(entry.entity().geonames(), entry);
            }
            ids.put(entry.entity().id(), entry);
        }
        byName = names.build();
        byAcronym = acronyms.build();
        bySurname = surnames.build();
        stateByCode = ImmutableMap.copyOf(states);
        byGeonames = geonames.buildKeepingLast();
        byId = ids.buildKeepingLast();
        longest = words;
    }

    @Override
    public List<Entry> named(SurfaceForm form) {
        List<Entry> acronyms = form.acronym() ? byAcronym.get(form.folded()) : List.of();
        return acronyms.isEmpty() ? byName.get(form.folded()) : acronyms;
    }

    @Override
    public List<Entry> alsoCalled(SurfaceForm form) {
        return List.of();
    }

    @Override
    public List<Entry> surnamed(String folded) {
        return bySurname.get(folded);
    }

    @Override
    public Optional<Entry> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public int longest() {
        return longest;
    }

    Optional<Entry> state(String code) {
        return Optional.ofNullable(stateByCode.get(code));
    }

    Optional<Entry> byGeonames(Integer id) {
        return Optional.ofNullable(byGeonames.get(id));
    }
}
