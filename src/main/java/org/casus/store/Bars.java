package org.casus.store;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** The counts of a table as bars: those of its first column of whole numbers. */
final class Bars {
    /** The header of the column that holds them. */
    static final String HEADER = "";

    private static final int WIDTH = 20;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private final Var column;
    private final double longest;

    private Bars(Var column, double longest) {
        this.column = column;
        this.longest = longest;
    }

    /** After the index of which column they stand, or -1 where the rows count nothing. */
    static int place(List<String> columns, List<Binding> rows) {
        for (int index = 0; index < columns.size(); index++) {
            Var column = Var.alloc(columns.get(index));
            if (!rows.isEmpty() && rows.stream().allMatch(row -> isCount(row.get(column)))) {
                return index;
            }
        }
        return -1;
    }

    static Bars of(String column, List<Binding> rows) {
        Var counted = Var.alloc(column);
        double longest =
                rows.stream().mapToDouble(row -> count(row.get(counted))).max().orElse(0);
        return new Bars(counted, longest);
    }

    String of(Binding row) {
        if (longest <= 0 || !isCount(row.get(column))) {
            return "";
        }
        int eighths = (int) Math.min(WIDTH * 8L, Math.round(count(row.get(column)) / longest * WIDTH * 8));
        String full = "█".repeat(eighths / 8);
        return eighths % 8 == 0 ? full : full + EIGHTHS.charAt(eighths % 8);
    }

    private static boolean isCount(Node node) {
        return node != null
                && node.isLiteral()
                && XSDDatatype.XSDinteger.equals(node.getLiteralDatatype())
                && count(node) >= 0;
    }

    private static double count(Node node) {
        return Double.parseDouble(node.getLiteralLexicalForm());
    }
}
