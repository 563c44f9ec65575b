package org.casus.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.casus.article.Reading;
import org.casus.entity.LinkedArticle;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventTime;
import org.casus.extraction.Factuality;
import org.jspecify.annotations.Nullable;

/** Extractions for reading: each sentence with the events that it tells. */
final class TableEventWriter implements ExtractionWriter {
    private static final String LINE = "  %-9s %-26s %-26s %-24s %-22s %s%n";

    private final PrintWriter out;
    private final boolean explain;

    TableEventWriter(PrintWriter out, boolean explain) {
        this.out = out;
        this.explain = explain;
    }

    @Override
    public void begin() {
        out.printf(Locale.ROOT, LINE, "type", "who", "whom", "when", "how sure", "trigger");
    }

    @Override
    public void write(LinkedArticle linked) {
        out.printf("%n%s%n", linked.extraction().annotated().article().id());
        int sentence = -1;
        for (EventMention event : linked.extraction().events()) {
            EventRow row = new EventRow(linked, event);
            if (event.sentence() != sentence) {
                sentence = event.sentence();
                out.printf("%n  \u201c%s\u201d%n", row.sentence());
            }
            out.printf(
                    Locale.ROOT,
                    LINE,
                    event.type(),
                    cut(row.party(event.source()), 26),
                    cut(row.party(event.target()), 26),
                    when(event.time()),
                    sure(event.factuality()),
                    event.trigger().of(linked.extraction().annotated().article().text()));
            if (explain) {
                out.printf("            %s%n", event.rule());
            }
        }
    }

    @Override
    public void write(Reading.Rejected rejected) {
        out.printf("%n%s%n  rejected: %s%n", rejected.id(), rejected.fault());
    }

    private static String when(@Nullable EventTime time) {
        if (time == null) {
            return "-";
        }
        String latest = time.latest() == null ? "" : time.latest();
        if (time.earliest() == null) {
            return "by " + latest;
        }
        return time.earliest().equals(latest) ? latest : time.earliest() + ".." + latest;
    }

    private static String sure(Factuality factuality) {
        if (factuality.happened()) {
            return "fact";
        }
        String words = factuality.polarity() == Factuality.Polarity.NEGATIVE ? "not, " : "";
        return words
                + factuality.certainty().name().toLowerCase(Locale.ROOT)
                + (factuality.tense() == Factuality.Tense.FUTURE ? ", future" : "");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }
}
