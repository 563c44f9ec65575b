package org.casus.plot;

import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;

/** A chart without ornament. */
final class ChartStyle {
    private ChartStyle() {}

    static JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, Palette.font(12), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        LegendTitle legend = chart.getLegend();
        legend.setItemFont(Palette.font(12));
        legend.setItemPaint(Palette.INK);
        legend.setFrame(BlockBorder.NONE);
        return chart;
    }

    static <T extends Axis> T plain(T axis) {
        axis.setTickLabelFont(Palette.font(12));
        axis.setTickLabelPaint(Palette.INK);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }
}
