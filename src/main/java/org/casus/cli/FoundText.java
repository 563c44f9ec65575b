package org.casus.cli;

import com.google.common.base.Splitter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.casus.store.AnswerRow;

/** Writes what a search found as a person reads it, one by one. */
final class FoundText {
    private static final String DATA = "https://w3id.org/casus/data/";
    private static final Splitter PARTS = Splitter.on("; ").omitEmptyStrings();

    private final PrintWriter out;
    private boolean begun;
    private int sentences;

    FoundText(PrintWriter out) {
        this.out = out;
    }

    void name(AnswerRow row) {
        begun = true;
        String count = row.text("mentions");
        line("%s (%s)  %s  %s"
                .formatted(
                        row.text("label"),
                        row.text("class"),
                        count.equals("1") ? "1 mention" : count + " mentions",
                        row.text("iri").replace(DATA + "entity/", "entity:")));
    }

    void sentence(AnswerRow row) {
        if (begun) {
            line("");
        }
        begun = true;
        sentences++;
        line("%d. %s".formatted(sentences, row.text("sentence").replaceAll("\\s+", " ")));
        line("   " + String.join("  ", filled(row, "published", "publisher", "article")));
        List<String> events = PARTS.splitToList(row.text("events"));
        List<String> iris = PARTS.splitToList(row.text("iris"));
        for (int i = 0; i < events.size() && i < iris.size(); i++) {
            line("   > %s  %s".formatted(events.get(i), iris.get(i).replace(DATA, "data:")));
        }
    }

    private void line(String line) {
        out.print(line + "\n");
    }

    private static List<String> filled(AnswerRow row, String... columns) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            if (!row.text(column).isEmpty()) {
                cells.add(row.text(column));
            }
        }
        return cells;
    }
}
