package org.casus.entity;

/** How far places are apart. */
final class Distance {
    private static final double EARTH_DIAMETER = 12742;

    private Distance() {}

    /** Great-circle distance by the haversine formula; infinite where one of them is nowhere. */
    static double kilometres(Entity.Known one, Entity.Known other) {
        if (one.latitude() == null
                || one.longitude() == null
                || other.latitude() == null
                || other.longitude() == null) {
            return Double.POSITIVE_INFINITY;
        }
        double here = Math.toRadians(one.latitude());
        double there = Math.toRadians(other.latitude());
        double north = Math.sin((there - here) / 2);
        double east = Math.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        return EARTH_DIAMETER * Math.asin(Math.sqrt(north * north + Math.cos(here) * Math.cos(there) * east * east));
    }
}
