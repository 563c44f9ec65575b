package org.casus.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Words that can be read on any ground. */
final class Label {
    private static final int[][] AROUND = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, 1}, {-1, 1}, {1, -1}};

    private static final double HEIGHT = 15;
    private static final int LONGEST = 30;

    private Label() {}

    /** As much of a name as there is room for. */
    static String brief(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
    }

    /** Writes beside a disc, where it hides least of what stands there; says which room. */
    static Rectangle2D beside(
            Graphics2D canvas, String words, Point2D disc, double radius, Rectangle2D area, List<Rectangle2D> taken) {
        Rectangle2D room = room(canvas, List.of(words), disc, radius, area, taken);
        write(canvas, List.of(words), room);
        return room;
    }

    /** The room for lines beside a disc, within the area if there is such a side, that hides least of what is taken. */
    static Rectangle2D room(
            Graphics2D canvas,
            List<String> lines,
            Point2D disc,
            double radius,
            Rectangle2D area,
            List<Rectangle2D> taken) {
        double width = lines.stream()
                .mapToDouble(line -> canvas.getFontMetrics().stringWidth(line))
                .max()
                .orElse(0);
        double height = HEIGHT * lines.size();
        double across = radius + 3 + width / 2;
        double along = radius + height / 2;
        return Stream.of(
                        new Point2D.Double(across, 0),
                        new Point2D.Double(-across, 0),
                        new Point2D.Double(0, -along),
                        new Point2D.Double(0, along),
                        new Point2D.Double(across, -along),
                        new Point2D.Double(across, along),
                        new Point2D.Double(-across, -along),
                        new Point2D.Double(-across, along))
                .map(side -> box(disc.getX() + side.getX(), disc.getY() + side.getY(), width, height))
                .min(Comparator.comparing((Rectangle2D room) -> !area.contains(room))
                        .thenComparing(room -> hidden(room, taken)))
                .orElseThrow();
    }

    private static double hidden(Rectangle2D room, List<Rectangle2D> taken) {
        return taken.stream()
                .filter(room::intersects)
                .map(room::createIntersection)
                .mapToDouble(shared -> shared.getWidth() * shared.getHeight())
                .sum();
    }

    private static Rectangle2D box(double middleX, double middleY, double width, double height) {
        return new Rectangle2D.Double(middleX - width / 2, middleY - height / 2, width, height);
    }

    /** Lines below each other in their room. */
    static void write(Graphics2D canvas, List<String> lines, Rectangle2D room) {
        double bottom = room.getY();
        for (String line : lines) {
            bottom += HEIGHT;
            draw(canvas, line, room.getX(), bottom - 3);
        }
    }

    static void draw(Graphics2D canvas, String words, double x, double y) {
        canvas.setColor(Color.WHITE);
        for (int[] step : AROUND) {
            canvas.drawString(words, (float) x + step[0], (float) y + step[1]);
        }
        canvas.setColor(Palette.INK);
        canvas.drawString(words, (float) x, (float) y);
    }
}
