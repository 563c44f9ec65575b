package org.casus.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Events as days of a calendar: iCalendar, RFC 5545. */
final class Calendar implements EventSink {
    /** Octets in a line; what is longer goes on in the next. */
    private static final int LINE = 75;

    private final OutputStream out;

    Calendar(OutputStream out) throws IOException {
        this.out = out;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Casus//events//EN");
    }

    @Override
    public void add(EventRecord event) throws IOException {
        LocalDate first = LocalDate.parse(event.day().orElseThrow());
        LocalDate last = LocalDate.parse(event.lastKnownDay().orElseThrow());
        line("BEGIN:VEVENT");
        line("UID:" + event.id() + "@w3id.org");
        // The stamp is asked for; the clock would give other bytes each time.
        line("DTSTAMP:" + stamp(event.lastReported().orElse(last.toString())));
        line("DTSTART;VALUE=DATE:" + basic(first));
        line("DTEND;VALUE=DATE:" + basic(last.plusDays(1)));
        line("SUMMARY:" + escaped(event.headline()));
        line("DESCRIPTION:" + escaped(event.surest().sentence()));
        line("CATEGORIES:" + event.type());
        EventSite place = event.place();
        if (place != null) {
            line("LOCATION:" + escaped(place.name()));
            if (place.hasPoint()) {
                line("GEO:" + place.latitude() + ";" + place.longitude());
            }
        }
        line("URL:" + event.iri());
        line("END:VEVENT");
    }

    private static String stamp(String date) {
        String day = date.length() < 10 ? date + "-01-01".substring(date.length() - 4) : date.substring(0, 10);
        return basic(LocalDate.parse(day)) + "T000000Z";
    }

    private static String basic(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folds between characters, not within. */
    private void line(String line) throws IOException {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int character : line.codePoints().toArray()) {
            String text = Character.toString(character);
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(text);
            octets += size;
        }
        out.write(folded.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        line("END:VCALENDAR");
        out.close();
    }
}
