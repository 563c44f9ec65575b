package org.casus.fusion;

import java.io.Serializable;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where it happened, as one report has it.
 *
 * @param told true where the sentence tells it, false where it follows from the dateline or the rest of the article
 */
record Site(
        Node place,
        Extent extent,
        @Nullable String country,
        @Nullable Point point,
        boolean told) implements Serializable {
    enum Extent {
        STATE,
        AREA,
        SPOT
    }

    private static final double NEAR = 30;
    private static final double FAR = 200;

    /** Degrees. */
    record Point(double latitude, double longitude) implements Serializable {
        private static final double EARTH = 6371;

        double kilometres(Point other) {
            double north = Math.toRadians(other.latitude - latitude);
            double east = Math.toRadians(other.longitude - longitude)
                    * Math.cos(Math.toRadians((latitude + other.latitude) / 2));
            return EARTH * Math.hypot(north, east);
        }
    }

    /** From -1, elsewhere, to 1, the same spot. */
    double likeness(Site other) {
        if (place.equals(other.place)) {
            return extent == Extent.STATE ? 0.5 : 1;
        }
        boolean oneCountry = country != null && country.equals(other.country);
        if (country != null && other.country != null && !oneCountry) {
            return told && other.told ? -1 : -0.5;
        }
        if (extent == Extent.STATE || other.extent == Extent.STATE) {
            return oneCountry ? 0.3 : 0;
        }
        return point == null || other.point == null ? -0.2 : byDistance(other, point.kilometres(other.point));
    }

    private double byDistance(Site other, double kilometres) {
        if (extent == Extent.AREA || other.extent == Extent.AREA) {
            return kilometres < FAR ? 0.3 : -1;
        }
        if (kilometres < NEAR) {
            return 0.6;
        }
        return told && other.told ? -1 : -0.4;
    }
}
