package org.casus.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.export.Dyads;
import org.casus.export.EventParty;
import org.casus.export.EventRecord;

/** Parties as discs, what they did to each other as arrows: solid for conflict, dashed for cooperation. */
final class NetworkDrawing implements Drawing {
    /** More edges cannot be told apart; the heaviest are drawn. */
    private static final int MOST_EDGES = 45;

    private static final double BEND = 0.16;

    private final List<Dyads.Edge> edges = new ArrayList<>();
    private final int all;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> weights = new HashMap<>();

    NetworkDrawing(List<EventRecord> events) {
        Dyads dyads = new Dyads();
        events.forEach(dyads::add);
        dyads.edges().forEach(edges::add);
        all = edges.size();
        edges.sort(Comparator.comparing(edge -> -edge.weight()));
        edges.subList(Math.min(MOST_EDGES, all), all).clear();
        for (Dyads.Edge edge : edges) {
            weigh(edge.source(), edge.weight());
            weigh(edge.target(), edge.weight());
        }
    }

    private void weigh(EventParty party, int weight) {
        names.put(party.iri(), party.name());
        weights.merge(party.iri(), weight, Integer::sum);
    }

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area) {
        Set<String> parties = new LinkedHashSet<>();
        edges.forEach(edge -> {
            parties.add(edge.source().iri());
            parties.add(edge.target().iri());
        });
        SpringLayout layout = new SpringLayout(List.copyOf(parties));
        edges.forEach(edge -> layout.tie(edge.source().iri(), edge.target().iri()));
        Rectangle2D inner = new Rectangle2D.Double(
                area.getX() + 90, area.getY() + 20, area.getWidth() - 230, area.getHeight() - 70);
        Map<String, Point2D> places = layout.in(inner);
        List<Rectangle2D> taken = new ArrayList<>();
        edges.forEach(edge -> arrow(canvas, edge, places, taken));
        parties.forEach(party -> disc(canvas, party, places));
        canvas.setFont(Palette.font(12));
        for (String party : parties) {
            Point2D at = places.getOrDefault(party, new Point2D.Double());
            double radius = radius(party);
            taken.add(new Rectangle2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius));
        }
        for (String party : parties) {
            Point2D at = places.getOrDefault(party, new Point2D.Double());
            taken.add(Label.beside(canvas, Label.brief(names.getOrDefault(party, "")), at, radius(party), area, taken));
        }
        legend(canvas, area);
    }

    private double radius(String party) {
        return 4 + 2.2 * Math.sqrt(weights.getOrDefault(party, 1));
    }

    /** A name over its head would hide which way an arrow points; over its line is better avoided, too. */
    private void arrow(Graphics2D canvas, Dyads.Edge edge, Map<String, Point2D> places, List<Rectangle2D> taken) {
        Point2D from = places.get(edge.source().iri());
        Point2D to = places.get(edge.target().iri());
        if (from == null || to == null) {
            return;
        }
        double dx = to.getX() - from.getX();
        double dy = to.getY() - from.getY();
        double length = Math.max(1, Math.hypot(dx, dy));
        // Each kind bends its own way, so that the four arrows of a pair lie apart.
        double bend = edge.conflict() ? BEND : 2 * BEND;
        Point2D middle = new Point2D.Double(
                (from.getX() + to.getX()) / 2 - dy * bend, (from.getY() + to.getY()) / 2 + dx * bend);
        double end = radius(edge.target().iri()) + 2;
        double back = Math.max(1, middle.distance(to));
        Point2D tip = new Point2D.Double(
                to.getX() + (middle.getX() - to.getX()) / back * Math.min(end, length / 2),
                to.getY() + (middle.getY() - to.getY()) / back * Math.min(end, length / 2));
        stroke(canvas, edge.conflict(), edge.weight());
        QuadCurve2D line =
                new QuadCurve2D.Double(from.getX(), from.getY(), middle.getX(), middle.getY(), tip.getX(), tip.getY());
        canvas.draw(line);
        addStretches(line, taken);
        Path2D head = head(middle, tip, edge.weight());
        canvas.fill(head);
        taken.add(head.getBounds2D());
    }

    /** The line as the boxes of its parts, each nearly straight. */
    private static void addStretches(QuadCurve2D line, List<Rectangle2D> taken) {
        double[] from = new double[6];
        double[] to = new double[6];
        PathIterator parts = new FlatteningPathIterator(line.getPathIterator(null), 0.2);
        parts.currentSegment(from);
        for (parts.next(); !parts.isDone(); parts.next()) {
            parts.currentSegment(to);
            Rectangle2D box = new Line2D.Double(from[0], from[1], to[0], to[1]).getBounds2D();
            box.add(box.getMaxX() + 1, box.getMaxY() + 1);
            taken.add(box);
            from = to.clone();
        }
    }

    private static void stroke(Graphics2D canvas, boolean conflict, int weight) {
        float width = (float) Math.min(7, 1 + 0.8 * (weight - 1));
        canvas.setColor(conflict ? Palette.CONFLICT : Palette.COOPERATION);
        canvas.setStroke(
                conflict
                        ? new BasicStroke(width)
                        : new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 4}, 0));
    }

    private static Path2D head(Point2D from, Point2D tip, int weight) {
        double angle = Math.atan2(tip.getY() - from.getY(), tip.getX() - from.getX());
        double size = 8 + Math.min(6, weight);
        Path2D head = new Path2D.Double();
        head.moveTo(tip.getX(), tip.getY());
        for (double side : new double[] {0.42, -0.42}) {
            head.lineTo(tip.getX() - size * Math.cos(angle + side), tip.getY() - size * Math.sin(angle + side));
        }
        head.closePath();
        return head;
    }

    private void disc(Graphics2D canvas, String party, Map<String, Point2D> places) {
        Point2D at = places.getOrDefault(party, new Point2D.Double());
        double radius = radius(party);
        Ellipse2D disc = new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
        canvas.setColor(Palette.FAINT);
        canvas.fill(disc);
        canvas.setColor(Color.WHITE);
        canvas.setStroke(new BasicStroke(1.2f));
        canvas.draw(disc);
    }

    private void legend(Graphics2D canvas, Rectangle2D area) {
        double y = area.getMaxY() - 14;
        double x = area.getX() + 10;
        canvas.setFont(Palette.font(12));
        for (boolean conflict : new boolean[] {true, false}) {
            stroke(canvas, conflict, 2);
            canvas.draw(new Line2D.Double(x, y, x + 34, y));
            Label.draw(canvas, conflict ? "conflict" : "cooperation", x + 40, y + 4);
            x += 120;
        }
        String left = all > edges.size() ? "; the %d heaviest of %d arrows".formatted(edges.size(), all) : "";
        Label.draw(canvas, "width: events" + left, x + 10, y + 4);
    }
}
