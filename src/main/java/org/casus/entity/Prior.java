package org.casus.entity;

import org.jspecify.annotations.Nullable;

/**
 * How likely an entry is meant by its name, before anything is read.
 *
 * @param population of a city or region; 0 where it is not known
 * @param sitelinks Wikipedias that have an article on it; 0 where that is not known
 * @param region the first-level division that a place lies in or is, as GeoNames has it: {@code US.KY}
 * @param isCapital whether it stands in the table of capitals
 * @param curated whether it stands in a table that people wrote, and not in an index of many
 */
record Prior(int population, int sitelinks, @Nullable String region, boolean isCapital, boolean curated) {
    static final Prior CURATED = new Prior(0, 0, null, false, true);
}
