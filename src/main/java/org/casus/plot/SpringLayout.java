package org.casus.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places for the nodes of a network by the springs of Fruchterman and Reingold (1991): all push each other apart, edges
 * pull together. It begins on a circle, in the order given, so that the same network gives the same picture.
 */
final class SpringLayout {
    private static final int STEPS = 400;
    /** Keeps what hangs together with nothing else in the picture. */
    private static final double GRAVITY = 2.5;

    private final List<String> nodes;
    private final List<int[]> edges = new ArrayList<>();
    private final double[] x;
    private final double[] y;

    SpringLayout(List<String> nodes) {
        this.nodes = List.copyOf(nodes);
        x = new double[nodes.size()];
        y = new double[nodes.size()];
        for (int i = 0; i < x.length; i++) {
            double angle = 2 * Math.PI * i / x.length;
            x[i] = Math.cos(angle);
            y[i] = Math.sin(angle);
        }
    }

    void tie(String one, String other) {
        edges.add(new int[] {nodes.indexOf(one), nodes.indexOf(other)});
    }

    Map<String, Point2D> in(Rectangle2D area) {
        double ideal = 2 / Math.sqrt(Math.max(1, nodes.size()));
        for (int step = 0; step < STEPS; step++) {
            move(ideal, 0.2 * (1 - (double) step / STEPS));
        }
        return fitted(area);
    }

    private void move(double ideal, double heat) {
        double[] dx = new double[x.length];
        double[] dy = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            dx[i] -= GRAVITY * x[i];
            dy[i] -= GRAVITY * y[i];
            for (int j = 0; j < x.length; j++) {
                double distance = distance(i, j);
                double push = ideal * ideal / (distance * distance);
                dx[i] += (x[i] - x[j]) * push;
                dy[i] += (y[i] - y[j]) * push;
            }
        }
        for (int[] edge : edges) {
            double pull = distance(edge[0], edge[1]) / ideal * 0.5;
            double toX = (x[edge[1]] - x[edge[0]]) * pull;
            double toY = (y[edge[1]] - y[edge[0]]) * pull;
            dx[edge[0]] += toX;
            dy[edge[0]] += toY;
            dx[edge[1]] -= toX;
            dy[edge[1]] -= toY;
        }
        for (int i = 0; i < x.length; i++) {
            double length = Math.max(1e-9, Math.hypot(dx[i], dy[i]));
            x[i] += dx[i] / length * Math.min(length, heat);
            y[i] += dy[i] / length * Math.min(length, heat);
        }
    }

    private double distance(int i, int j) {
        return Math.max(0.01, Math.hypot(x[i] - x[j], y[i] - y[j]));
    }

    private Map<String, Point2D> fitted(Rectangle2D area) {
        double[] ofX = range(x);
        double[] ofY = range(y);
        Map<String, Point2D> places = new LinkedHashMap<>();
        for (int i = 0; i < x.length; i++) {
            places.put(
                    nodes.get(i),
                    new Point2D.Double(
                            area.getX() + area.getWidth() * (x[i] - ofX[0]) / (ofX[1] - ofX[0]),
                            area.getY() + area.getHeight() * (y[i] - ofY[0]) / (ofY[1] - ofY[0])));
        }
        return places;
    }

    private static double[] range(double[] values) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new double[] {least, Math.max(most, least + 1e-6)};
    }
}
