package org.casus.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.export.EventRecord;
import org.casus.export.EventSite;
import org.jspecify.annotations.Nullable;

/**
 * A disc for each place, its area the number of events, its slice the share of conflict; no more land than is needed.
 */
final class MapDrawing implements Drawing {
    private static final double LEAST_DEGREES = 6;
    private static final double LARGEST = 34;
    private static final int NAMED = 25;

    private final Map<String, Spot> spots = new TreeMap<>();

    MapDrawing(List<EventRecord> events) {
        for (EventRecord event : events) {
            EventSite place = event.place();
            if (place != null && place.latitude() != null && place.longitude() != null) {
                Point2D degrees = new Point2D.Double(place.longitude(), -place.latitude());
                spots.computeIfAbsent(place.iri(), iri -> new Spot(place.name(), degrees))
                        .add(event);
            }
        }
    }

    private static final class Spot {
        private final String name;
        private final Point2D degrees;
        private int conflict;
        private int all;

        Spot(String name, Point2D degrees) {
            this.name = name;
            this.degrees = degrees;
        }

        void add(EventRecord event) {
            all++;
            conflict += event.type().quad().isConflict() ? 1 : 0;
        }
    }

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area) {
        Shape clip = canvas.getClip();
        canvas.clip(area);
        canvas.setColor(Palette.WATER);
        canvas.fill(area);
        AffineTransform projection = projection(area);
        List<Path2D> lands = Countries.shapes();
        for (int round : new int[] {-360, 0, 360}) {
            AffineTransform turned = new AffineTransform(projection);
            turned.translate(round, 0);
            lands.forEach(land -> land(canvas, turned.createTransformedShape(land), area));
        }
        List<Spot> largestFirst = new ArrayList<>(spots.values());
        largestFirst.sort(Comparator.comparing(spot -> -spot.all));
        int most = largestFirst.isEmpty() ? 1 : largestFirst.get(0).all;
        largestFirst.forEach(spot -> disc(canvas, projection, spot, most));
        List<Rectangle2D> written = new ArrayList<>();
        largestFirst.stream().limit(NAMED).forEach(spot -> name(canvas, projection, spot, most, written));
        legend(canvas, area);
        canvas.setClip(clip);
    }

    private static void land(Graphics2D canvas, Shape land, Rectangle2D area) {
        if (land.intersects(area)) {
            canvas.setColor(Palette.LAND);
            canvas.fill(land);
            canvas.setColor(Palette.BORDER);
            canvas.setStroke(new BasicStroke(0.8f));
            canvas.draw(land);
        }
    }

    /** Degrees to the picture: as wide as the events lie, true to shape at their middle latitude. */
    private AffineTransform projection(Rectangle2D area) {
        Rectangle2D bounds = null;
        for (Spot spot : spots.values()) {
            bounds = widened(bounds, spot.degrees);
        }
        Rectangle2D degrees = bounds == null ? new Rectangle2D.Double(-180, -90, 360, 180) : bounds;
        double squeeze = Math.max(0.2, Math.cos(Math.toRadians(degrees.getCenterY())));
        double width = Math.max(degrees.getWidth() * 1.4, LEAST_DEGREES) * squeeze;
        double height = Math.max(degrees.getHeight() * 1.4, LEAST_DEGREES);
        double scale = Math.min(area.getWidth() / width, area.getHeight() / height);
        AffineTransform projection = AffineTransform.getTranslateInstance(area.getCenterX(), area.getCenterY());
        projection.scale(scale * squeeze, scale);
        projection.translate(-degrees.getCenterX(), -degrees.getCenterY());
        return projection;
    }

    private static Rectangle2D widened(@Nullable Rectangle2D bounds, Point2D point) {
        Rectangle2D wider = bounds == null ? new Rectangle2D.Double(point.getX(), point.getY(), 0, 0) : bounds;
        wider.add(point);
        return wider;
    }

    private static double radius(Spot spot, int most) {
        return Math.max(5, LARGEST * Math.sqrt((double) spot.all / Math.max(most, 8)));
    }

    private static void disc(Graphics2D canvas, AffineTransform projection, Spot spot, int most) {
        Point2D at = projection.transform(spot.degrees, null);
        double radius = radius(spot, most);
        Rectangle2D box = new Rectangle2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
        double share = 360.0 * spot.conflict / spot.all;
        pie(canvas, box, share);
    }

    private static void pie(Graphics2D canvas, Rectangle2D box, double share) {
        canvas.setColor(translucent(Palette.COOPERATION));
        canvas.fill(new Arc2D.Double(box, 90 - share, share - 360, Arc2D.PIE));
        canvas.setColor(translucent(Palette.CONFLICT));
        canvas.fill(new Arc2D.Double(box, 90, -share, Arc2D.PIE));
        canvas.setColor(Color.WHITE);
        canvas.setStroke(new BasicStroke(1.2f));
        canvas.draw(new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
    }

    /** Written beside the disc where no other name stands yet. */
    private static void name(
            Graphics2D canvas, AffineTransform projection, Spot spot, int most, List<Rectangle2D> written) {
        Point2D at = projection.transform(spot.degrees, null);
        canvas.setFont(Palette.font(12));
        String words = spot.name + " " + spot.all;
        double x = at.getX() + radius(spot, most) + 4;
        double y = at.getY() + 4;
        Rectangle2D box =
                new Rectangle2D.Double(x, y - 12, canvas.getFontMetrics().stringWidth(words), 15);
        if (written.stream().noneMatch(box::intersects)) {
            written.add(box);
            Label.draw(canvas, words, x, y);
        }
    }

    private static void legend(Graphics2D canvas, Rectangle2D area) {
        double x = area.getX() + 10;
        double y = area.getMaxY() - 30;
        pie(canvas, new Rectangle2D.Double(x, y, 18, 18), 120);
        canvas.setFont(Palette.font(12));
        Label.draw(canvas, "area: events; orange: conflict, blue: cooperation", x + 26, y + 13);
    }

    private static Color translucent(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 210);
    }
}
