package org.casus.store;

import java.util.regex.Pattern;
import org.apache.jena.geosparql.configuration.GeoSPARQLConfig;
import org.apache.jena.geosparql.implementation.datatype.GeometryDatatype;

/**
 * Jena's functions and property functions of GeoSPARQL. They take a tenth of a second to start, so that a command which
 * ends soon is started without them (the property {@code jena.geosparql.skip}), until a query names one.
 */
final class SpatialFunctions {
    private static final Pattern NAMED = Pattern.compile("jena\\.apache\\.org/(function/)?spatial|opengis\\.net/def/"
            + "|[:#](sf[A-Z]|eh[A-Z]|rcc8|(coordinateD|spatialD|d)imension\\b|is(Empty|Simple|Valid)\\b)");

    private SpatialFunctions() {}

    static void startFor(String query) {
        if (areNamedIn(query) && !GeoSPARQLConfig.isFunctionRegistered()) {
            GeometryDatatype.registerDatatypes();
            GeoSPARQLConfig.loadFunctions();
        }
    }

    static boolean areNamedIn(String query) {
        return NAMED.matcher(query).find();
    }
}
