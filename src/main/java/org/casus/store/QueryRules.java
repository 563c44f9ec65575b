package org.casus.store;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * What no query may do: ask another server unless that is allowed, or run a Java class by its name, written or
 * computed.
 */
public final class QueryRules {
    private QueryRules() {}

    /** Why the query is refused, if it is. */
    public static Optional<String> fault(Query query) {
        return fault(query, false);
    }

    static Optional<String> fault(Query query, boolean allowService) {
        Uses uses = new Uses();
        if (query.getQueryPattern() != null) {
            Walker.walk(Algebra.compile(query), uses, uses.calls);
        }
        if (uses.service && !allowService) {
            return Optional.of("SERVICE is off: Casus asks no other server unless it is allowed to");
        } else if (uses.call) {
            return Optional.of("CALL is off: it could name a Java class");
        } else if (query.serialize().contains("<java:")) {
            return Optional.of("functions of Java classes are off");
        }
        return Optional.empty();
    }

    /** What in a query reaches out of the store. */
    private static final class Uses extends OpVisitorBase {
        private boolean service;
        private boolean call;
        private final ExprVisitorBase calls = new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionN function) {
                call |= function instanceof E_Call;
            }
        };

        @Override
        public void visit(OpService op) {
            service = true;
        }
    }
}
