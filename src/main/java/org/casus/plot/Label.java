package org.casus.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

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

    /** Writes beside a disc, within the area and where nothing else stands if there is such a side; says which room. */
    static Rectangle2D beside(
            Graphics2D canvas, String words, Point2D disc, double radius, Rectangle2D area, List<Rectangle2D> taken) {
        double width = canvas.getFontMetrics().stringWidth(words);
        double x = disc.getX();
        double y = disc.getY();
        List<Rectangle2D> sides = List.of(
                box(x + radius + 3, y, width),
                box(x - radius - 3 - width, y, width),
                box(x - width / 2, y - radius - HEIGHT / 2, width),
                box(x - width / 2, y + radius + HEIGHT / 2, width));
        Rectangle2D side = sides.stream()
                .filter(room -> area.contains(room) && taken.stream().noneMatch(room::intersects))
                .findFirst()
                .orElse(sides.get(0));
        draw(canvas, words, side.getX(), side.getMaxY() - 3);
        return side;
    }

    private static Rectangle2D box(double left, double middle, double width) {
        return new Rectangle2D.Double(left, middle - HEIGHT / 2, width, HEIGHT);
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
