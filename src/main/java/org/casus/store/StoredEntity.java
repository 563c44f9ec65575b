package org.casus.store;

import org.jspecify.annotations.Nullable;

/**
 * An actor or place of a store that has no item of Wikidata.
 *
 * @param type local name of its class
 * @param geonames number of a place, where it is known
 */
public record StoredEntity(
        String iri,
        String name,
        String type,
        @Nullable String country,
        @Nullable Integer geonames) {}
