package org.casus.store;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Keeps the triples of OpenIE out of the union of all graphs, but for a query that names theirs with {@code GRAPH} or
 * {@code FROM}.
 */
public final class UnaskedGraph {
    private static final Node OPENIE = StoreGraph.OPENIE.node();
    private static final int QUAD = 4;

    private UnaskedGraph() {}

    /** To be called within the transaction in which the query is run. */
    public static void hide(DatasetGraph quads, Query query, Context context) {
        if (quads.containsGraph(OPENIE) && !names(query)) {
            NodeId openie = TDBInternal.getNodeId(quads, OPENIE);
            Predicate<Tuple<NodeId>> seen =
                    tuple -> tuple.len() < QUAD || !tuple.get(0).equals(openie);
            context.set(SystemTDB.symTupleFilter, seen);
        }
    }

    private static boolean names(Query query) {
        if (query.usesGraphURI(OPENIE.getURI()) || query.usesNamedGraphURI(OPENIE.getURI())) {
            return true;
        }
        if (query.getQueryPattern() == null) {
            return false;
        }
        AtomicBoolean found = new AtomicBoolean();
        OpVisitorBase graphs = new OpVisitorBase() {
            @Override
            public void visit(OpGraph graph) {
                found.compareAndSet(false, graph.getNode().equals(OPENIE));
            }
        };
        Walker.walk(Algebra.compile(query), graphs, new ExprVisitorBase());
        return found.get();
    }
}
