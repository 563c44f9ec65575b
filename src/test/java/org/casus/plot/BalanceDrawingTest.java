package org.casus.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.casus.export.Account;
import org.casus.export.EventRecord;
import org.casus.extraction.EventType;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BalanceDrawingTest {
    @BeforeAll
    static void needFonts() {
        System.setProperty("java.awt.headless", "true");
        assumeThat(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
                .as("fonts on this machine")
                .isNotEmpty();
    }

    @Test
    void saysWhatABarIsAndWhichSideIsWhich() {
        List<EventRecord> weeks = List.of(event(EventType.ASSAULT, "2023-09-19"), event(EventType.AGREE, "2023-10-02"));
        List<EventRecord> years = List.of(event(EventType.ASSAULT, "2020-09-19"), event(EventType.AGREE, "2023-10-02"));

        // Rotated text is drawn as outlines, in which no word can be looked for.
        assertThat(new BalanceDrawing(weeks).sides()).contains("events a day", "cooperation");
        assertThat(new BalanceDrawing(years).sides()).contains("events a month");
        assertThat(drawn(weeks)).contains(">balance<");
    }

    @Test
    void balancesWhereSomethingHappenedAlone() {
        DefaultCategoryDataset counts = new DefaultCategoryDataset();
        counts.addValue(2, "cooperation", "May");
        counts.addValue(-3, "conflict", "May");
        counts.addValue(0, "cooperation", "June");
        counts.addValue(0, "conflict", "June");

        DefaultCategoryDataset balance = BalanceDrawing.balance(counts);

        assertThat(balance.getValue("balance", "May")).isEqualTo(-1.0);
        assertThat(balance.getValue("balance", "June")).isNull();
    }

    @Test
    void hasFewLinesHoweverMuchHappened() {
        assertThat(drawn(Collections.nCopies(60, event(EventType.ASSAULT, "2020-09-19"))))
                .contains(">10 <", ">60 <")
                .doesNotContain(">7 <", ">12 <");
    }

    private static String drawn(List<EventRecord> events) {
        SVGGraphics2D svg = new SVGGraphics2D(1000, 600);
        new BalanceDrawing(events).draw(svg, new Rectangle2D.Double(0, 0, 1000, 600));
        return svg.getSVGElement();
    }

    private static EventRecord event(EventType type, String day) {
        Account account = new Account(
                "report", "one", null, "The Paper", null, day, "It did.", "Certain", "Positive", "Past", 0.9);
        return new EventRecord(
                "https://w3id.org/casus/data/event/" + type,
                type,
                0,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                day,
                day,
                "Day",
                Map.of(),
                List.of(),
                1,
                List.of(account));
    }
}
