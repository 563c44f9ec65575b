package org.casus.entity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words for where people are from: "Armenian", "British", "Kurds". */
final class Demonyms {
    private final Map<String, People> byWord = new LinkedHashMap<>();

    Demonyms(Table table) {
        for (Table.Row row : table.rows()) {
            String country = row.cell("country").orElse(null);
            boolean state = row.cell("state").isPresent();
            for (String word : row.list("adjectives")) {
                byWord.putIfAbsent(SurfaceForm.fold(word), new People(row.need("people"), country, state, false));
            }
            for (String word : row.list("plurals")) {
                byWord.put(SurfaceForm.fold(word), new People(row.need("people"), country, state, true));
            }
        }
    }

    static Demonyms shipped() {
        return new Demonyms(Table.shipped("demonyms.tsv"));
    }

    Optional<People> find(String word) {
        return Optional.ofNullable(byWord.get(SurfaceForm.of(word).folded()));
    }

    /**
     * A people.
     *
     * @param country its state's code; null for a people without one
     * @param state whether its name, alone, is used for its state: "the Israelis offered"
     * @param plural whether the word names the people and not one of them or a trait
     */
    record People(String name, @Nullable String country, boolean state, boolean plural) {}
}
