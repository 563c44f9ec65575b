package org.casus.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.apache.jena.geosparql.configuration.GeoSPARQLConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpatialFunctionsTest {
    private static final String FAR = """
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
            PREFIX spatial: <http://jena.apache.org/function/spatial#>
            PREFIX unit: <http://www.opengis.net/def/uom/OGC/1.0/>
            SELECT ?near ?km {
              BIND("POINT(44 40)"^^geo:wktLiteral AS ?here)
              BIND("POINT(46 40)"^^geo:wktLiteral AS ?there)
              BIND(geof:sfEquals(?here, ?there) AS ?near)
              BIND(ROUND(spatial:distance(?here, ?there, unit:kilometre)) AS ?km)
            }
            """;

    /** Asks without them, then with them. */
    public static void main(String... arguments) {
        try (EventStore store = EventStore.inMemory()) {
            ask(store, "SELECT (1 AS ?one) {}");
            System.out.println(GeoSPARQLConfig.isFunctionRegistered());
            ask(store, FAR);
        }
    }

    private static void ask(EventStore store, String query) {
        store.query(StoredQuery.of("standard input", query), Map.of(), ResultFormat.CSV, System.out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?a geo:sfWithin ?b",
                "?a <http://www.opengis.net/ont/geosparql#ehInside> ?b",
                "?a geo:rcc8ntppi ?b",
                "?a geo:dimension ?b",
                "?a geo:coordinateDimension ?b",
                "?a geo:isEmpty ?b",
                "PREFIX spatial: <http://jena.apache.org/spatial#>"
            })
    void areSeenByAnyOfTheirNames(String query) {
        assertThat(SpatialFunctions.areNamedIn(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?place geo:hasGeometry/geo:asWKT ?point", "PREFIX geo: <http://www.opengis.net/ont/geosparql#>"
            })
    void areNotNeededToReadAPoint(String query) {
        assertThat(SpatialFunctions.areNamedIn(query)).isFalse();
    }

    @Test
    void startWhereAQueryNamesOne() throws IOException, InterruptedException {
        ProcessBuilder child = ChildProcess.of(SpatialFunctionsTest.class);
        child.environment().put("JAVA_TOOL_OPTIONS", "-Djena.geosparql.skip=true");
        Process process = child.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said.lines()).containsExactly("one", "1", "false", "near,km", "false,170.0e0");
    }
}
