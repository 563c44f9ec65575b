package org.casus.entity;

import org.jspecify.annotations.Nullable;

/**
 * The state or region that a text says a place is in.
 *
 * @param country of the region, or the state itself
 * @param region first-level division; null for a state
 * @param afterComma whether it is part of the name, as in an address; "talks in Paris" may tell where else
 */
record Container(String country, @Nullable String region, boolean afterComma) {
    boolean holds(Entry place) {
        return place.country().filter(country::equals).isPresent()
                && (region == null || region.equals(place.prior().region()));
    }
}
