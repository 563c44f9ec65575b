package org.casus.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.casus.export.EventRecord;
import org.casus.extraction.EventType.Quad;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.Range;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.general.DatasetUtils;

/**
 * A bar for each day, week, month or year: how many events of cooperation, above, and of conflict, below; and a diamond
 * where the two leave off, the balance.
 */
final class BalanceDrawing implements Drawing {
    private static final int MOST_BARS = 60;
    private static final int MOST_LABELS = 14;
    private static final int MOST_LINES = 12;
    private static final double DIAMOND = 6;
    private static final List<Quad> FROM_THE_LINE =
            List.of(Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION, Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT);

    private final List<EventRecord> events;
    private final List<LocalDate> days;
    private final ChronoUnit unit;

    BalanceDrawing(List<EventRecord> events) {
        this.events = events;
        days = events.stream()
                .map(event -> LocalDate.parse(event.day().orElseThrow()))
                .sorted()
                .toList();
        unit = days.isEmpty() ? ChronoUnit.DAYS : unit(days.get(0), days.get(days.size() - 1));
    }

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area) {
        DefaultCategoryDataset counts = counts();
        CategoryAxis time = ChartStyle.plain(new CategoryAxis());
        time.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        hideMost(time, counts);
        NumberAxis number = ChartStyle.plain(new NumberAxis(sides()));
        number.setLabelFont(Palette.font(12));
        number.setLabelPaint(Palette.INK);
        number.setTickUnit(new NumberTickUnit(step(counts)));
        // What hangs below the line is counted too: no sign; the space keeps the format from adding one.
        number.setNumberFormatOverride(new DecimalFormat("0;0 ", DecimalFormatSymbols.getInstance(Locale.ENGLISH)));
        StackedBarRenderer bars = new StackedBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.05);
        for (int i = 0; i < FROM_THE_LINE.size(); i++) {
            bars.setSeriesPaint(i, Palette.of(FROM_THE_LINE.get(i)));
        }
        CategoryPlot plot = new CategoryPlot(counts, time, number, bars);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.addRangeMarker(new ValueMarker(0, Palette.INK, new BasicStroke(1)));
        plot.setDataset(1, balance(counts));
        plot.setRenderer(1, diamonds());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        ChartStyle.chart(plot).draw(canvas, area);
    }

    /** What a bar counts, and which side is which. */
    String sides() {
        String word = switch (unit) {
            case WEEKS -> "week";
            case MONTHS -> "month";
            case YEARS -> "year";
            default -> "day";
        };
        return "conflict  \u2190  events a " + word + "  \u2192  cooperation";
    }

    /** Of the lines: 1, 2, 5, 10, 20 ... events. */
    private static int step(DefaultCategoryDataset counts) {
        Range range = DatasetUtils.findStackedRangeBounds(counts);
        double length = range == null ? 0 : range.getLength();
        int step = 1;
        for (int i = 0; length / step > MOST_LINES; i++) {
            step = i % 3 == 1 ? step * 5 / 2 : step * 2;
        }
        return step;
    }

    /** Cooperation less conflict, where there was either. */
    static DefaultCategoryDataset balance(DefaultCategoryDataset counts) {
        DefaultCategoryDataset balance = new DefaultCategoryDataset();
        for (int bin = 0; bin < counts.getColumnCount(); bin++) {
            double sum = 0;
            boolean any = false;
            for (int quad = 0; quad < counts.getRowCount(); quad++) {
                double count = counts.getValue(quad, bin).doubleValue();
                sum += count;
                any |= count != 0;
            }
            balance.addValue(any ? sum : null, "balance", counts.getColumnKey(bin));
        }
        return balance;
    }

    private static LineAndShapeRenderer diamonds() {
        LineAndShapeRenderer diamonds = new LineAndShapeRenderer(false, true);
        diamonds.setSeriesShape(0, ShapeUtils.createDiamond((float) DIAMOND));
        diamonds.setSeriesPaint(0, Palette.INK);
        diamonds.setUseOutlinePaint(true);
        diamonds.setDrawOutlines(true);
        diamonds.setSeriesOutlinePaint(0, Color.WHITE);
        diamonds.setSeriesOutlineStroke(0, new BasicStroke(1.2f));
        diamonds.setUseFillPaint(true);
        diamonds.setSeriesFillPaint(0, Palette.INK);
        return diamonds;
    }

    private DefaultCategoryDataset counts() {
        DefaultCategoryDataset counts = new DefaultCategoryDataset();
        if (days.isEmpty()) {
            return counts;
        }
        LocalDate end = start(days.get(days.size() - 1), unit);
        for (LocalDate bin = start(days.get(0), unit); !bin.isAfter(end); bin = bin.plus(1, unit)) {
            for (Quad quad : FROM_THE_LINE) {
                counts.addValue(0, Palette.name(quad), label(bin, unit));
            }
        }
        for (EventRecord event : events) {
            Quad quad = event.type().quad();
            String bin = label(start(LocalDate.parse(event.day().orElseThrow()), unit), unit);
            counts.incrementValue(quad.isConflict() ? -1 : 1, Palette.name(quad), bin);
        }
        return counts;
    }

    /** The finest that leaves the bars apart. */
    private static ChronoUnit unit(LocalDate first, LocalDate last) {
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS)) {
            if (unit.between(first, last) < MOST_BARS) {
                return unit;
            }
        }
        return ChronoUnit.YEARS;
    }

    private static LocalDate start(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1);
            case YEARS -> day.withDayOfYear(1);
            default -> day;
        };
    }

    private static String label(LocalDate bin, ChronoUnit unit) {
        return switch (unit) {
            case MONTHS -> bin.toString().substring(0, 7);
            case YEARS -> bin.toString().substring(0, 4);
            default -> bin.toString();
        };
    }

    private static void hideMost(CategoryAxis axis, DefaultCategoryDataset counts) {
        int step = Math.max(1, (counts.getColumnCount() + MOST_LABELS - 1) / MOST_LABELS);
        for (int i = 0; i < counts.getColumnCount(); i++) {
            if (i % step != 0) {
                axis.setTickLabelPaint(counts.getColumnKey(i), new Color(0, 0, 0, 0));
            }
        }
    }
}
