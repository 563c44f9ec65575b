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
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** A bar for each day, week, month or year: how many events of cooperation, above, and of conflict, below. */
final class BalanceDrawing implements Drawing {
    private static final int MOST_BARS = 60;
    private static final int MOST_LABELS = 14;
    private static final List<Quad> FROM_THE_LINE =
            List.of(Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION, Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT);

    private final List<EventRecord> events;

    BalanceDrawing(List<EventRecord> events) {
        this.events = events;
    }

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area) {
        DefaultCategoryDataset counts = counts();
        CategoryAxis time = ChartStyle.plain(new CategoryAxis());
        time.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        hideMost(time, counts);
        NumberAxis number = ChartStyle.plain(new NumberAxis("events"));
        number.setLabelFont(Palette.font(12));
        number.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
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
        plot.addRangeMarker(new ValueMarker(0, Palette.FAINT, new BasicStroke(1)));
        ChartStyle.chart(plot).draw(canvas, area);
    }

    private DefaultCategoryDataset counts() {
        List<LocalDate> days = events.stream()
                .map(event -> LocalDate.parse(event.day().orElseThrow()))
                .sorted()
                .toList();
        DefaultCategoryDataset counts = new DefaultCategoryDataset();
        if (days.isEmpty()) {
            return counts;
        }
        ChronoUnit unit = unit(days.get(0), days.get(days.size() - 1));
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
