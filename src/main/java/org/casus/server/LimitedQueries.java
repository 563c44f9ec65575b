package org.casus.server;

import java.util.function.Supplier;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.casus.store.EventStore;
import org.casus.store.QueryLimitException;
import org.casus.store.QueryLimits;
import org.casus.store.QueryRules;
import org.casus.store.UnaskedGraph;

/** Fuseki's query operation within limits: all of an answer is there before the first byte of it is sent. */
final class LimitedQueries extends SPARQL_QueryDataset {
    private static final int TOO_MANY = 429;
    private static final int TOO_LARGE = 413;

    /** How the names of the full-text index end, in whatever way they are written. */
    private static final String SEARCH = "text#";

    private final EventStore store;
    private final QueryLimits limits;
    private final RunningQueries running;

    LimitedQueries(EventStore store, QueryLimits limits, RunningQueries running) {
        this.store = store;
        this.limits = limits;
        this.running = running;
    }

    @Override
    protected void validateQuery(HttpAction action, Query query) {
        super.validateQuery(action, query);
        QueryRules.fault(query).ifPresent(ServletOps::errorBadRequest);
        if (query.isJsonType()) {
            ServletOps.errorBadRequest("only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked");
        }
    }

    @Override
    protected void execute(String query, HttpAction action) {
        if (!running.enter()) {
            action.setResponseHeader("Retry-After", "1");
            ServletOps.error(TOO_MANY, "too many queries at once: try again in a second");
        }
        try {
            super.execute(query, action);
        } finally {
            running.leave();
        }
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec execution, Query query, String text) {
        if (text.contains(SEARCH)) {
            store.offerSearch(execution.getContext());
        }
        UnaskedGraph.hide(execution.getDataset(), query, execution.getContext());
        try {
            return limits.inTime(
                    execution.getContext(),
                    () -> limited(execution, query, () -> super.executeQuery(action, execution, query, text)));
        } catch (QueryLimitException fault) {
            ServletOps.error(TOO_LARGE, fault.getMessage());
            throw fault;
        }
    }

    private QueryExecResult limited(QueryExec execution, Query query, Supplier<QueryExecResult> others) {
        if (query.isSelectType()) {
            return new QueryExecResult(limits.within(execution.select()));
        } else if (query.isDescribeType() || (query.isConstructType() && !query.isConstructQuad())) {
            Graph graph =
                    limits.within(query.isDescribeType() ? execution.describeTriples() : execution.constructTriples());
            graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
            return new QueryExecResult(graph);
        } else if (query.isConstructType()) {
            return new QueryExecResult(limits.quadsWithin(execution.constructQuads()));
        }
        return others.get();
    }
}
