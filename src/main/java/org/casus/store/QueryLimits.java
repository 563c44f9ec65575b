package org.casus.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.jena.atlas.lib.Alarm;
import org.apache.jena.atlas.lib.AlarmClock;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/**
 * How long a query may take and how many rows it may give.
 *
 * @param time zero for as long as it takes
 * @param rows zero for any number
 */
public record QueryLimits(Duration time, long rows) {
    /** No limits. */
    public static final QueryLimits NONE = new QueryLimits(Duration.ZERO, 0);

    public QueryLimits {
        if (time.isNegative() || rows < 0) {
            throw new IllegalArgumentException("not a limit: %s, %d rows".formatted(time, rows));
        }
    }

    /**
     * What is made of the answer to a query, which is cancelled when its time is up. Jena's own alarm waits while the
     * first row of a join is sought, and all alarms after it wait too (as in apache/jena #3044, which was mended in
     * part). A sort that has all its rows runs to its end.
     *
     * @param execution the context of the query's execution
     */
    public <T> T inTime(Context execution, Supplier<T> made) {
        if (time.isZero()) {
            return made.get();
        }
        AtomicBoolean cancelled = Context.getOrSetCancelSignal(execution);
        Alarm alarm = AlarmClock.get().add(() -> cancelled.set(true), time.toMillis());
        try {
            return made.get();
        } finally {
            AlarmClock.get().cancel(alarm);
        }
    }

    /** The time as one says it. */
    String seconds() {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** All rows, computed before the first is handed out, so that a fault comes before any output. */
    public RowSet within(RowSet rows) {
        List<Binding> kept = new ArrayList<>();
        while (rows.hasNext()) {
            if (this.rows > 0 && kept.size() >= this.rows) {
                throw QueryLimitException.ofSize(
                        "more than %d rows: ask for fewer with LIMIT, or narrow the question".formatted(this.rows));
            }
            kept.add(rows.next());
        }
        return RowSetStream.create(rows.getResultVars(), kept.iterator());
    }

    /** The same for the triples of a graph. */
    public Graph within(Iterator<Triple> triples) {
        Graph kept = GraphFactory.createDefaultGraph();
        for (long size = 0; triples.hasNext(); size = kept.size()) {
            refuse(size, "triples");
            kept.add(triples.next());
        }
        return kept;
    }

    /** The same for the quads of a dataset; one that comes again counts again. */
    public DatasetGraph quadsWithin(Iterator<Quad> quads) {
        DatasetGraph kept = DatasetGraphFactory.create();
        for (long size = 0; quads.hasNext(); size++) {
            refuse(size, "quads");
            kept.add(quads.next());
        }
        return kept;
    }

    private void refuse(long size, String what) {
        if (rows > 0 && size >= rows) {
            throw QueryLimitException.ofSize("more than %d %s: narrow the question".formatted(rows, what));
        }
    }

    ResultSet within(ResultSet rows) {
        return this.rows == 0 ? rows : ResultSet.adapt(within(RowSet.adapt(rows)));
    }
}
