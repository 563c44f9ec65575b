package org.casus.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;

/** Events as TimelineJS 3 reads them; its texts are HTML, so that all words of articles are escaped. */
final class TimelineJson implements EventSink {
    private final JsonGenerator json;

    TimelineJson(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.writeStartObject();
        json.writeArrayFieldStart("events");
    }

    @Override
    public void add(EventRecord event) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("unique_id", event.id());
        json.writeStringField("group", event.type().name());
        day("start_date", event.day().orElseThrow());
        if (event.firstDay() != null
                && event.lastDay() != null
                && !event.firstDay().equals(event.lastDay())) {
            day("end_date", event.lastDay());
        }
        json.writeObjectFieldStart("text");
        json.writeStringField("headline", escaped(event.headline()));
        json.writeStringField("text", text(event));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void day(String field, String day) throws IOException {
        LocalDate date = LocalDate.parse(day);
        json.writeObjectFieldStart(field);
        json.writeNumberField("year", date.getYear());
        json.writeNumberField("month", date.getMonthValue());
        json.writeNumberField("day", date.getDayOfMonth());
        json.writeEndObject();
    }

    private static String text(EventRecord event) {
        String bound = event.firstDay() == null
                ? "<p>On this day or before.</p>"
                : event.lastDay() == null ? "<p>Not before this day.</p>" : "";
        String sources = event.accounts().stream()
                .map(Account::publisher)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        String said = sources.isEmpty() ? "" : "<p>" + escaped(sources) + "</p>";
        return bound + "<blockquote>" + escaped(event.surest().sentence()) + "</blockquote>" + said;
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }
}
