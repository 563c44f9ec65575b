package org.casus.cli;

import java.io.PrintWriter;
import org.casus.article.Reading;
import org.casus.entity.LinkedArticle;

/** One line of JSON for each record, as {@code docs/extraction.schema.json} says. */
final class JsonLinesWriter implements ExtractionWriter {
    private final PrintWriter out;
    private final ExtractionJson json;

    JsonLinesWriter(PrintWriter out, boolean explain) {
        this.out = out;
        json = new ExtractionJson(explain);
    }

    @Override
    public void begin() {}

    @Override
    public void write(LinkedArticle linked) {
        line(json.line(linked));
    }

    @Override
    public void write(Reading.Rejected rejected) {
        line(json.line(rejected));
    }

    void line(String line) {
        out.print(line);
        out.print('\n');
    }
}
