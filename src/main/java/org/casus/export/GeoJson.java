package org.casus.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Events as points on a map (RFC 7946), each with what the table of Casus has of it, an event a line. */
final class GeoJson implements EventSink {
    private static final Set<String> IN_GEOMETRY = Set.of("latitude", "longitude");
    private static final List<Column> PROPERTIES = Profile.CASUS.columns().stream()
            .filter(column -> !IN_GEOMETRY.contains(column.name()))
            .toList();

    private final JsonGenerator json;

    GeoJson(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
    }

    @Override
    public void add(EventRecord event) throws IOException {
        EventSite place = event.place();
        if (place == null || place.latitude() == null || place.longitude() == null) {
            return;
        }
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", event.iri());
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(place.longitude());
        json.writeNumber(place.latitude());
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("title", event.headline());
        for (Column column : PROPERTIES) {
            Object value = column.value().apply(event);
            if (value instanceof Number number) {
                json.writeNumberField(column.name(), new BigDecimal(number.toString()));
            } else if (value != null) {
                json.writeStringField(column.name(), value.toString());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
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
