package org.casus.store;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Rows as a table of Markdown, as GitHub and pandoc read it, one line as soon as it comes. */
final class MarkdownWriter {
    private final PrintStream out;

    MarkdownWriter(OutputStream out) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    void write(ResultSet rows, ShortNames names) {
        List<String> columns = rows.getResultVars();
        line(columns);
        line(columns.stream().map(column -> "---").toList());
        while (rows.hasNext()) {
            Binding row = rows.nextBinding();
            line(columns.stream()
                    .map(column -> escaped(names.of(row.get(Var.alloc(column)))))
                    .toList());
        }
        out.flush();
    }

    private void line(List<String> cells) {
        out.print("| " + String.join(" | ", cells) + " |\n");
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;");
    }
}
