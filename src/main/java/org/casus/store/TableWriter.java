package org.casus.store;

import com.google.common.base.CharMatcher;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Rows as aligned columns; the first thousand rows settle the widths, so that any number of rows can be written. */
final class TableWriter {
    private static final int SETTLES_WIDTHS = 1000;
    private static final String GAP = "  ";

    private final PrintStream out;

    TableWriter(OutputStream out) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    void writeLine(String line) {
        out.print(line + "\n");
        out.flush();
    }

    /** @param bars whether counts are drawn beside their numbers */
    void write(ResultSet rows, ShortNames names, boolean bars) {
        List<String> columns = rows.getResultVars();
        List<Binding> first = new ArrayList<>();
        while (rows.hasNext() && first.size() < SETTLES_WIDTHS) {
            first.add(rows.nextBinding());
        }
        int place = bars ? Bars.place(columns, first) : -1;
        Function<Binding, List<String>> plain = row -> cells(row, columns, names);
        if (place < 0) {
            write(columns, first, rows, plain);
        } else {
            Bars drawn = Bars.of(columns.get(place), first);
            write(
                    inserted(columns, place + 1, Bars.HEADER),
                    first,
                    rows,
                    row -> inserted(plain.apply(row), place + 1, drawn.of(row)));
        }
    }

    private void write(
            List<String> columns, List<Binding> first, ResultSet rest, Function<Binding, List<String>> cells) {
        List<List<String>> shown = first.stream().map(cells).toList();
        List<Integer> widths = widths(columns, shown);
        line(columns, widths);
        line(widths.stream().map(width -> "-".repeat(width)).toList(), widths);
        shown.forEach(row -> line(row, widths));
        while (rest.hasNext()) {
            line(cells.apply(rest.nextBinding()), widths);
        }
        out.flush();
    }

    private static List<String> inserted(List<String> cells, int place, String cell) {
        List<String> more = new ArrayList<>(cells);
        more.add(place, cell);
        return more;
    }

    private static List<String> cells(Binding row, List<String> columns, ShortNames names) {
        return columns.stream()
                .map(column -> names.of(row.get(Var.alloc(column))))
                .toList();
    }

    private static List<Integer> widths(List<String> columns, List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int width = length(columns.get(column));
            for (List<String> row : rows) {
                width = Math.max(width, length(row.get(column)));
            }
            widths.add(width);
        }
        return widths;
    }

    private void line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell)
                    .append(" ".repeat(Math.max(0, widths.get(column) - length(cell))))
                    .append(GAP);
        }
        out.print(CharMatcher.whitespace().trimTrailingFrom(line) + "\n");
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
