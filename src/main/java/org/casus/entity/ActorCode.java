package org.casus.entity;

import org.jspecify.annotations.Nullable;

/**
 * PLOVER's code of a party: where it is from and what it is.
 *
 * @param country ISO 3166 alpha-3, or IGO, NGO, MNC, IMG
 * @param sector GOV, MIL, REB ...; null for a state or a people as such
 */
public record ActorCode(@Nullable String country, @Nullable String sector) {
    /** Country and sector in one word; empty where neither is known. IMG, a militarised group, needs no REB. */
    public String code() {
        boolean armed = "IMG".equals(country) && "REB".equals(sector);
        return armed ? "IMG" : (country == null ? "" : country) + (sector == null ? "" : sector);
    }
}
