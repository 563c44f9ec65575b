package org.casus.export;

import org.jspecify.annotations.Nullable;

/**
 * Who takes part in an event.
 *
 * @param code country and sector, such as AZEMIL; empty where neither is known
 * @param words how a text calls it
 * @param kind its class in the ontology
 */
public record EventParty(
        String iri,
        String name,
        String code,
        @Nullable String country,
        @Nullable String sector,
        @Nullable String wikidata,
        String words,
        String kind) {}
