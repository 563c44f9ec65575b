package org.casus.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Comma-separated values as RFC 4180 has them, with a header, in UTF-8. */
final class CsvTable implements EventSink {
    private final List<Column> columns;
    private final CSVPrinter csv;

    CsvTable(OutputStream out, Profile profile) throws IOException {
        columns = profile.columns();
        csv = CSVFormat.RFC4180.print(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.printRecord(profile.names());
    }

    @Override
    public void add(EventRecord event) throws IOException {
        for (Column column : columns) {
            csv.print(column.value().apply(event));
        }
        csv.println();
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }
}
