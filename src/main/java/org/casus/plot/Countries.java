package org.casus.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The shapes of the world's countries, in degrees with the north up: Natural Earth's, as TopoJSON has them. */
final class Countries {
    private static final double HALF_ROUND = 180;
    private static final String SHAPES = "countries-50m.json.gz";

    private final List<double[][]> arcs = new ArrayList<>();
    private final List<Path2D> shapes = new ArrayList<>();

    private Countries(JsonNode topology) {
        JsonNode scale = topology.at("/transform/scale");
        JsonNode shift = topology.at("/transform/translate");
        topology.get("arcs").forEach(arc -> arcs.add(points(arc, scale, shift)));
        topology.at("/objects/countries/geometries").forEach(country -> {
            if (country.path("type").asText().equals("Polygon")) {
                shapes.add(shape(country.get("arcs")));
            } else {
                country.path("arcs").forEach(polygon -> shapes.add(shape(polygon)));
            }
        });
    }

    static List<Path2D> shapes() {
        try (InputStream in =
                new GZIPInputStream(Objects.requireNonNull(Countries.class.getResourceAsStream(SHAPES), SHAPES))) {
            return new Countries(new ObjectMapper().readTree(in)).shapes;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Each point is told by its way from the one before. */
    private static double[][] points(JsonNode arc, JsonNode scale, JsonNode shift) {
        double[][] points = new double[arc.size()][2];
        double x = 0;
        double y = 0;
        for (int i = 0; i < points.length; i++) {
            x += arc.get(i).get(0).asDouble();
            y += arc.get(i).get(1).asDouble();
            points[i][0] = x * scale.get(0).asDouble() + shift.get(0).asDouble();
            points[i][1] = -(y * scale.get(1).asDouble() + shift.get(1).asDouble());
        }
        return points;
    }

    private Path2D shape(JsonNode rings) {
        Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (JsonNode ring : rings) {
            Ring drawn = new Ring(shape);
            ring.forEach(index -> drawn.add(index.asInt()));
            shape.closePath();
        }
        return shape;
    }

    /** The outline of a land in the making; what crosses the date line goes on beyond it. */
    private final class Ring {
        private final Path2D shape;
        private double before = Double.NaN;
        private double shift;

        Ring(Path2D shape) {
            this.shape = shape;
        }

        /** An index below zero is the arc of its complement, backwards. */
        void add(int index) {
            double[][] arc = arcs.get(index < 0 ? ~index : index);
            for (int i = 0; i < arc.length; i++) {
                add(arc[index < 0 ? arc.length - 1 - i : i]);
            }
        }

        private void add(double[] point) {
            if (Double.isNaN(before)) {
                shape.moveTo(point[0], point[1]);
            } else {
                double step = point[0] - before;
                shift += step > HALF_ROUND ? -2 * HALF_ROUND : step < -HALF_ROUND ? 2 * HALF_ROUND : 0;
                shape.lineTo(point[0] + shift, point[1]);
            }
            before = point[0];
        }
    }
}
