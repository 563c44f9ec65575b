package org.casus.export;

import org.jspecify.annotations.Nullable;

/**
 * Where an event happened.
 *
 * @param country the code of the country, of three letters
 * @param kind its class in the ontology
 */
public record EventSite(
        String iri,
        String name,
        @Nullable String country,
        @Nullable String wikidata,
        @Nullable String geonames,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String kind) {
    public boolean hasPoint() {
        return latitude != null && longitude != null;
    }
}
