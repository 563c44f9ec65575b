package org.casus.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.casus.export.EventRecord;
import org.casus.extraction.EventType;
import org.casus.extraction.EventType.Quad;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** A lane for each type of event that there is; a dot on the first day, a line as far as it may have been. */
final class TimelineDrawing implements Drawing {
    /** How many of the best attested are named. */
    private static final int NAMED = 10;

    /** The room of a letter, as a share of the time shown. */
    private static final double LETTER = 0.009;

    /** What is left free behind the last day, as a share of the time shown. */
    private static final double MARGIN = 0.12;

    private static final double DOT = 9;
    private static final double STEP = 0.16;
    /** How far above its dot a name stands that a line would strike through. */
    private static final double RAISED = 0.3;

    private final List<EventRecord> events;
    private final List<EventType> lanes;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<Integer, List<double[]>> names = new HashMap<>();

    TimelineDrawing(List<EventRecord> events) {
        this.events = events;
        // Conflict below, cooperation above; deeds outside of words.
        this.lanes = events.stream()
                .map(EventRecord::type)
                .distinct()
                .sorted(Comparator.comparing((EventType type) -> order(type.quad()))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    private static int order(Quad quad) {
        return switch (quad) {
            case MATERIAL_CONFLICT -> 0;
            case VERBAL_CONFLICT -> 1;
            case VERBAL_COOPERATION -> 2;
            case MATERIAL_COOPERATION -> 3;
        };
    }

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area) {
        XYPlot plot = new XYPlot();
        DateAxis time = ChartStyle.plain(new DateAxis(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ENGLISH));
        time.setUpperMargin(MARGIN);
        plot.setDomainAxis(time);
        SymbolAxis types = ChartStyle.plain(
                new SymbolAxis(null, lanes.stream().map(EventType::name).toArray(String[]::new)));
        types.setGridBandsVisible(false);
        types.setRange(-0.5, lanes.size() - 0.3);
        plot.setRangeAxis(types);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        fill(plot);
        ChartStyle.chart(plot).draw(canvas, area);
    }

    private void fill(XYPlot plot) {
        XYIntervalSeriesCollection dots = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(new BasicStroke(1.4f));
        for (Quad quad : Quad.values()) {
            if (lanes.stream().anyMatch(type -> type.quad() == quad)) {
                int index = dots.getSeriesCount();
                dots.addSeries(new XYIntervalSeries(Palette.name(quad)));
                renderer.setSeriesPaint(index, Palette.of(quad));
                renderer.setSeriesShape(index, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            }
        }
        List<EventRecord> named = events.stream()
                .sorted(Comparator.comparing(event -> -event.accounts().size()))
                .limit(NAMED)
                .toList();
        for (EventRecord event : events) {
            add(event, dots, plot, named.contains(event));
        }
        plot.setDataset(dots);
        plot.setRenderer(renderer);
    }

    private void add(EventRecord event, XYIntervalSeriesCollection dots, XYPlot plot, boolean named) {
        String day = event.day().orElseThrow();
        double first = millis(day);
        double last = Math.max(first, millis(event.lastKnownDay().orElse(day)));
        int lane = lanes.indexOf(event.type());
        // What falls on one day stands above each other.
        int level = taken.merge(lane + " " + day, 1, Integer::sum) - 1;
        double height = lane + Math.min(level, 4) * STEP;
        XYIntervalSeries series =
                dots.getSeries(dots.indexOf(Palette.name(event.type().quad())));
        series.add(first, first, last, height, height, height);
        if (named && level == 0) {
            name(parties(event), lane, first, height, plot);
        }
    }

    /** Writes behind a dot, or before it where the picture ends. */
    private void name(String words, int lane, double day, double height, XYPlot plot) {
        double width = words.length() * LETTER * days().span();
        boolean before = day + width > days().last() + MARGIN * days().span();
        double begin = before ? day - width : day;
        if (isFree(lane, day, begin, begin + width) && hasRoom(lane, begin, begin + width)) {
            double at = isStruck(lane, day, begin, begin + width) ? height + RAISED : height;
            XYTextAnnotation name = new XYTextAnnotation("   " + words + "   ", day, at);
            name.setFont(Palette.font(10));
            name.setPaint(Palette.INK);
            name.setTextAnchor(before ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
            plot.addAnnotation(name);
        }
    }

    /** True where no dot of another day stands in the lane between the two. */
    private boolean isFree(int lane, double day, double begin, double end) {
        return events.stream()
                .filter(event -> event.type() == lanes.get(lane))
                .mapToDouble(event -> millis(event.day().orElseThrow()))
                .noneMatch(other -> (other != day) && (begin < other) && (other < end));
    }

    /** True where the line of an event of another day passes between the two. */
    private boolean isStruck(int lane, double day, double begin, double end) {
        return events.stream()
                .filter(event -> event.type() == lanes.get(lane))
                .filter(event -> millis(event.day().orElseThrow()) != day)
                .anyMatch(event -> (millis(event.day().orElseThrow()) < end)
                        && (begin < millis(event.lastKnownDay().orElseThrow())));
    }

    /** True where no other name stands in the lane between the two. */
    private boolean hasRoom(int lane, double begin, double end) {
        List<double[]> before = names.computeIfAbsent(lane, any -> new ArrayList<>());
        boolean room = before.stream().noneMatch(other -> begin < other[1] && other[0] < end);
        if (room) {
            before.add(new double[] {begin, end});
        }
        return room;
    }

    private Days days() {
        DoubleSummaryStatistics days = events.stream()
                .mapToDouble(event -> millis(event.day().orElseThrow()))
                .summaryStatistics();
        return new Days(days.getMax(), days.getMax() - days.getMin());
    }

    /** The last of the days on which events began, and the time between the first and it. */
    private record Days(double last, double span) {}

    private static String parties(EventRecord event) {
        String who = event.source() == null ? "?" : event.source().name();
        return Label.brief(
                event.target() == null ? who : who + " - " + event.target().name());
    }

    private static double millis(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
