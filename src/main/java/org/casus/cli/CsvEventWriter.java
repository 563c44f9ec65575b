package org.casus.cli;

import java.io.PrintWriter;
import java.util.List;
import org.casus.article.Reading;
import org.casus.entity.LinkedArticle;
import org.casus.extraction.EventMention;

/** One row for each event, as RFC 4180 says; a record that was rejected has none. */
final class CsvEventWriter implements ExtractionWriter {
    private final PrintWriter out;
    private final boolean explain;

    CsvEventWriter(PrintWriter out, boolean explain) {
        this.out = out;
        this.explain = explain;
    }

    @Override
    public void begin() {
        row(EventRow.HEADER);
    }

    @Override
    public void write(LinkedArticle linked) {
        for (EventMention event : linked.extraction().events()) {
            row(new EventRow(linked, event).cells(explain));
        }
    }

    @Override
    public void write(Reading.Rejected rejected) {}

    private void row(List<String> cells) {
        out.print(String.join(",", cells.stream().map(CsvEventWriter::quoted).toList()));
        out.print("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
