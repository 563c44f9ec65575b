package org.casus.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object a line, with the columns of a profile; what is not known is null. */
final class JsonLines implements EventSink {
    private final List<Column> columns;
    private final JsonGenerator json;

    JsonLines(OutputStream out, Profile profile) throws IOException {
        columns = profile.columns();
        json = new JsonFactory().createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    @Override
    public void add(EventRecord event) throws IOException {
        json.writeStartObject();
        for (Column column : columns) {
            json.writeFieldName(column.name());
            write(column.value().apply(event));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()));
        } else {
            json.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
