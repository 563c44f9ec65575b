package org.casus.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;

/** The rows of an answer as they come, up to a limit of number or time, and whether it was reached. */
final class CutRows implements Iterator<Binding> {
    private final ResultSet rows;
    private final long limit;
    private final long ownLimit;
    private long written;
    private boolean full;
    private boolean late;

    /** @param limit zero for none */
    CutRows(ResultSet rows, long limit, Query query) {
        this.rows = rows;
        this.limit = limit;
        this.ownLimit = limit == 0 && query.hasLimit() ? query.getLimit() : 0;
    }

    ResultSet asResultSet() {
        List<Var> columns = rows.getResultVars().stream().map(Var::alloc).toList();
        return ResultSet.adapt(RowSetStream.create(columns, this));
    }

    @Override
    public boolean hasNext() {
        if (late || full) {
            return false;
        }
        try {
            boolean more = rows.hasNext();
            full = limit > 0 && written == limit && more;
            return more && !full;
        } catch (QueryCancelledException timeout) {
            late = true;
            return false;
        }
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        written++;
        return rows.nextBinding();
    }

    /** True where time ran out. */
    boolean isLate() {
        return late;
    }

    /** True where there are more rows than were asked for. */
    boolean isFull() {
        return full;
    }

    /** True where there may be more rows than the query's own LIMIT let through. */
    boolean isAtOwnLimit() {
        return ownLimit > 0 && written == ownLimit;
    }

    long written() {
        return written;
    }
}
