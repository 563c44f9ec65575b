package org.casus.entity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An actor or a place in the world, known to Wikidata or not. */
public sealed interface Entity {
    /** Unique in the world: {@code Q227}, or {@code nil-} and a hash of name, type and country. */
    String id();

    /** A class of the ontology. */
    EntityType type();

    String name();

    /** ISO 3166 alpha-3, or IGO, NGO, MNC, IMG. */
    Optional<String> country();

    /**
     * One that the gazetteer knows. A row without a checked QID has a {@code casus-} id of its own and no QID.
     *
     * @param wikipedia title of its article in the English Wikipedia, as its address has it
     * @param iso2 ISO 3166-1 alpha-2 where that is its own, and not that of the state it belongs to
     */
    record Known(
            String id,
            EntityType type,
            String name,
            @Nullable String qid,
            @Nullable Integer geonames,
            @Nullable String countryCode,
            @Nullable String sector,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String wikipedia,
            @Nullable String iso2)
            implements Entity {
        @Override
        public Optional<String> country() {
            return Optional.ofNullable(countryCode);
        }
    }

    /** What entity linking calls NIL: known from the text alone. */
    record Nil(
            String id,
            EntityType type,
            String name,
            @Nullable String countryCode) implements Entity {
        /** Of one that has a name: told apart from others by name, type and country, whichever article names it. */
        public static String idOf(String name, EntityType type, @Nullable String country) {
            return NilEntities.idOf(name, type, country);
        }

        @Override
        public Optional<String> country() {
            return Optional.ofNullable(countryCode);
        }
    }
}
