package org.casus.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** What no query may do: ask another server unless that is allowed, or run a Java class by its name. */
public final class QueryRules {
    private QueryRules() {}

    /** Why the query is refused, if it is. */
    public static Optional<String> fault(Query query) {
        return fault(query, false);
    }

    static Optional<String> fault(Query query, boolean allowService) {
        if (!allowService && query.getQueryPattern() != null && asksAnotherServer(query)) {
            return Optional.of("SERVICE is off: Casus asks no other server unless it is allowed to");
        } else if (query.serialize().contains("<java:")) {
            return Optional.of("functions of Java classes are off");
        }
        return Optional.empty();
    }

    private static boolean asksAnotherServer(Query query) {
        AtomicBoolean found = new AtomicBoolean();
        OpVisitorBase services = new OpVisitorBase() {
            @Override
            public void visit(OpService service) {
                found.set(true);
            }
        };
        Walker.walk(Algebra.compile(query), services, new ExprVisitorBase());
        return found.get();
    }
}
