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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.export.EventRecord;
import org.casus.export.EventSite;
import org.jspecify.annotations.Nullable;

/**
 * A disc for each place, or for several that would hide each other; its area is the number of events, its slice the
 * share of conflict. No more land is shown than is needed.
 */
final class MapDrawing implements Drawing {
    private static final double LEAST_DEGREES = 3;
    /** Places that lie closer in the picture share a disc. */
    private static final double NEAR = 12;

    private static final double LARGEST = 34;
    private static final int NAMED = 25;
    private static final int NAMED_AT_ONE = 5;

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

    /** A place in the picture, with the spots there, the largest first. */
    private record Mark(Point2D at, List<Spot> spots) {
        int all() {
            return spots.stream().mapToInt(spot -> spot.all).sum();
        }

        int conflict() {
            return spots.stream().mapToInt(spot -> spot.conflict).sum();
        }

        double radius(int most) {
            return Math.max(5, LARGEST * Math.sqrt((double) all() / Math.max(most, 8)));
        }

        Rectangle2D box(int most) {
            double radius = radius(most);
            return new Rectangle2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
        }

        List<String> names() {
            // A town and its district may have one name.
            Map<String, Integer> byName = new LinkedHashMap<>();
            spots.forEach(spot -> byName.merge(spot.name, spot.all, Integer::sum));
            List<String> names = new ArrayList<>();
            byName.forEach((name, events) -> names.add(name + " " + events));
            if (names.size() > NAMED_AT_ONE) {
                List<String> others = names.subList(NAMED_AT_ONE, names.size());
                String more = "and %d more".formatted(others.size());
                others.clear();
                names.add(more);
            }
            return names;
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
        List<Mark> marks = marks(projection);
        int most = marks.isEmpty() ? 1 : marks.get(0).all();
        List<Rectangle2D> taken = new ArrayList<>();
        for (Mark mark : marks) {
            pie(canvas, mark.box(most), 360.0 * mark.conflict() / mark.all());
            taken.add(mark.box(most));
        }
        canvas.setFont(Palette.font(12));
        List<Rectangle2D> written = new ArrayList<>();
        marks.stream().limit(NAMED).forEach(mark -> name(canvas, mark, most, area, taken, written));
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

    /** The largest first. */
    private List<Mark> marks(AffineTransform projection) {
        List<Spot> largestFirst = new ArrayList<>(spots.values());
        largestFirst.sort(Comparator.comparing(spot -> -spot.all));
        List<Mark> marks = new ArrayList<>();
        for (Spot spot : largestFirst) {
            Point2D at = projection.transform(spot.degrees, null);
            marks.stream()
                    .filter(mark -> mark.at().distance(at) < NEAR)
                    .findFirst()
                    .orElseGet(() -> {
                        marks.add(new Mark(at, new ArrayList<>()));
                        return marks.get(marks.size() - 1);
                    })
                    .spots()
                    .add(spot);
        }
        marks.sort(Comparator.comparing(mark -> -mark.all()));
        return marks;
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

    /** Written beside the disc, unless other names stand there. */
    private static void name(
            Graphics2D canvas,
            Mark mark,
            int most,
            Rectangle2D area,
            List<Rectangle2D> taken,
            List<Rectangle2D> written) {
        List<String> names = mark.names();
        Rectangle2D room = Label.room(canvas, names, mark.at(), mark.radius(most), area, taken);
        if (written.stream().noneMatch(room::intersects)) {
            written.add(room);
            taken.add(room);
            Label.write(canvas, names, room);
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
