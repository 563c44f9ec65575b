package org.casus.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.casus.export.Account;
import org.casus.export.EventReader;
import org.casus.export.EventRecord;
import org.casus.store.EventStore;
import org.casus.store.Scope;
import org.jfree.svg.SVGGraphics2D;

/** Draws the events of a store that a report says to have happened, with a caption that says what was asked of what. */
public final class EventPlot {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;
    private static final int HEAD = 44;
    private static final int FOOT = 46;
    private static final int MARGIN = 16;
    /** Of a PNG, so that it is sharp on fine screens and in print. */
    private static final int SCALE = 2;

    private static final int LONGEST_MONTH = 31;

    private final PlotKind kind;
    private final String question;

    /** @param question what was asked, for the caption */
    public EventPlot(PlotKind kind, String question) {
        this.kind = kind;
        this.question = question;
    }

    /** A picture in the making: what it shows, of which events. */
    private record Picture(Drawing drawing, List<EventRecord> shown, long all) {
        boolean isEmpty() {
            return shown.isEmpty();
        }
    }

    /** Draws to SVG; false where there is nothing to draw, and nothing is written. */
    public boolean writeSvg(EventStore store, Scope scope, OutputStream out) throws IOException {
        Picture picture = picture(store, scope);
        if (picture.isEmpty()) {
            return false;
        }
        SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
        // Else names in the file hang on the clock, and the same events would give other bytes.
        svg.setDefsKeyPrefix("casus");
        draw(picture, svg);
        out.write(svg.getSVGDocument().getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** Draws to PNG; false where there is nothing to draw, and nothing is written. */
    public boolean writePng(EventStore store, Scope scope, OutputStream out) throws IOException {
        Picture picture = picture(store, scope);
        if (picture.isEmpty()) {
            return false;
        }
        BufferedImage image = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.scale(SCALE, SCALE);
        draw(picture, canvas);
        canvas.dispose();
        return ImageIO.write(image, "png", out);
    }

    private Picture picture(EventStore store, Scope scope) {
        System.setProperty("java.awt.headless", "true");
        List<EventRecord> all =
                store.read(dataset -> new EventReader(dataset).events(scope).toList());
        List<EventRecord> shown =
                all.stream().filter(EventRecord::happened).filter(this::isShown).toList();
        Drawing drawing = switch (kind) {
            case TIMELINE -> new TimelineDrawing(shown);
            case MAP -> new MapDrawing(shown);
            case NETWORK -> new NetworkDrawing(shown);
            case BALANCE -> new BalanceDrawing(shown);
        };
        return new Picture(drawing, shown, all.size());
    }

    private boolean isShown(EventRecord event) {
        return switch (kind) {
            case TIMELINE -> event.day().isPresent();
            case BALANCE -> isDatedToTheMonth(event);
            case MAP -> event.place() != null && event.place().hasPoint();
            case NETWORK ->
                event.source() != null
                        && event.target() != null
                        && !event.source().equals(event.target());
        };
    }

    /** What is told to have been in some year would heap up in its January. */
    private static boolean isDatedToTheMonth(EventRecord event) {
        return event.day().isPresent()
                && ChronoUnit.DAYS.between(
                                LocalDate.parse(event.day().orElseThrow()),
                                LocalDate.parse(event.lastKnownDay().orElseThrow()))
                        < LONGEST_MONTH;
    }

    private void draw(Picture picture, Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        canvas.setColor(Palette.INK);
        canvas.setFont(Palette.bold(17));
        canvas.drawString(title(), MARGIN, 28);
        picture.drawing()
                .draw(canvas, new Rectangle2D.Double(MARGIN, HEAD, WIDTH - 2.0 * MARGIN, HEIGHT - HEAD - FOOT));
        canvas.setColor(Palette.FAINT);
        canvas.setFont(Palette.font(11));
        canvas.drawString(question, MARGIN, HEIGHT - 26);
        canvas.drawString(sources(picture), MARGIN, HEIGHT - 10);
    }

    private String title() {
        return switch (kind) {
            case TIMELINE -> "What happened when";
            case MAP -> "Where it happened";
            case NETWORK -> "Who did what to whom";
            case BALANCE -> "Cooperation and conflict over time";
        };
    }

    /** On how much the picture stands, and what it does not show. */
    private String sources(Picture picture) {
        List<Account> accounts = picture.shown().stream()
                .flatMap(event -> event.accounts().stream())
                .toList();
        return "%s of %d in question, from %s in %s of %s; %s"
                .formatted(
                        count(picture.shown().size(), "event"),
                        picture.all(),
                        count(accounts.size(), "report"),
                        count(accounts.stream().map(Account::article).distinct().count(), "article"),
                        count(publishers(accounts), "publisher"),
                        why());
    }

    private static long publishers(List<Account> accounts) {
        Stream<String> named = accounts.stream().map(Account::publisher).filter(Objects::nonNull);
        return named.distinct().count();
    }

    private String why() {
        return switch (kind) {
            case TIMELINE -> "not shown: denied, only possible, to come, or undated";
            case BALANCE -> "not shown: denied, only possible, to come, or not dated to the month";
            case MAP -> "not shown: denied, only possible, to come, or without coordinates";
            case NETWORK -> "not shown: denied, only possible, to come, or without two parties that are known";
        };
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
