package org.casus.store;

import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.RDFNode;

/** One row of an answer. */
public final class AnswerRow {
    private final QuerySolution solution;

    AnswerRow(QuerySolution solution) {
        this.solution = solution;
    }

    /** What stands in a column, in words: an IRI, or a literal without its type; empty for nothing. */
    public String text(String column) {
        RDFNode value = solution.get(column);
        if (value == null) {
            return "";
        }
        return value.isLiteral() ? value.asLiteral().getLexicalForm() : value.toString();
    }
}
