package org.casus.store;

import com.google.common.collect.Iterators;
import com.google.common.primitives.Ints;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionDatasetBuilder;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.apache.jena.tdb2.TDB2;

/** Runs a query over the union of a store's graphs and writes its answer, rows as they come. */
final class Answers {
    /** A graph of so many triples is sorted by subject before it is written; what comes after them is not. */
    private static final int SORTED = 10_000;

    private final Dataset dataset;
    private final AnswerOptions options;
    private final QueryLimits limits;

    Answers(Dataset dataset, AnswerOptions options) {
        this.dataset = dataset;
        this.options = options;
        this.limits = options.limits();
    }

    /** False where the answer is empty. */
    boolean write(StoredQuery source, Map<String, String> values, OutputStream out) {
        return ask(source, values, (query, execution) -> write(source, query, execution, out));
    }

    /** Hands on each row of a SELECT as it comes; false where there is none. */
    boolean forEach(StoredQuery source, Map<String, String> values, Consumer<AnswerRow> row) {
        return ask(
                source,
                values,
                (query, execution) -> cut(source, query, execution, rows -> {
                    boolean found = rows.hasNext();
                    rows.forEachRemaining(solution -> row.accept(new AnswerRow(solution)));
                    return found;
                }));
    }

    private boolean ask(StoredQuery source, Map<String, String> values, BiPredicate<Query, QueryExecution> answer) {
        Query query = SparqlText.parse(source, options.allowService());
        if (query.isSelectType() && options.cut() && limits.rows() > 0) {
            query.setLimit(limits.rows() + 1);
        }
        ParameterBinder binder =
                new ParameterBinder(dataset.asDatasetGraph(), query.getPrefixMapping(), options.notes());
        try (QueryExecution execution = QueryExecutionDatasetBuilder.create()
                .dataset(dataset)
                .query(query)
                .substitution(binder.bind(source, values))
                .set(TDB2.symUnionDefaultGraph, true)
                .set(ARQ.httpServiceAllowed, options.allowService())
                .build()) {
            UnaskedGraph.hide(dataset.asDatasetGraph(), query, execution.getContext());
            return limits.inTime(execution.getContext(), () -> answer.test(query, execution));
        } catch (QueryCancelledException fault) {
            throw QueryLimitException.ofTime("%s: stopped after %s".formatted(source.name(), limits.seconds()), fault);
        }
    }

    private boolean write(StoredQuery source, Query query, QueryExecution execution, OutputStream out) {
        if (query.isAskType()) {
            return write(execution.execAsk(), out);
        } else if (query.isSelectType() && options.cut()) {
            return cut(source, query, execution, rows -> write(query, rows, out));
        } else if (query.isSelectType()) {
            return write(query, limits.within(execution.execSelect()), out);
        } else if (query.isConstructType()) {
            return options.cut()
                    ? cut(query, execution.execConstructTriples(), out)
                    : write(query, whole(execution.execConstructTriples()), out);
        } else if (query.isDescribeType()) {
            return write(query, whole(execution.execDescribeTriples()), out);
        } else {
            throw new StoreException("only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked");
        }
    }

    private boolean cut(StoredQuery source, Query query, QueryExecution execution, Predicate<ResultSet> answer) {
        CutRows rows = new CutRows(execution.execSelect(), limits.rows(), query);
        boolean found = answer.test(rows.asResultSet());
        if (rows.isLate()) {
            throw QueryLimitException.ofTime("%s: stopped after %s and %d rows; there may be more"
                    .formatted(source.name(), limits.seconds(), rows.written()));
        } else if (rows.isFull()) {
            options.notes().accept("cut after %d rows; --limit gives more".formatted(rows.written()));
        } else if (rows.isAtOwnLimit()) {
            options.notes()
                    .accept("the query's own LIMIT of %d rows is reached; --limit gives more"
                            .formatted(rows.written()));
        }
        return found;
    }

    /** All triples before the first is written, where an answer that exceeds its limits is to be none. */
    private Iterator<Triple> whole(Iterator<Triple> triples) {
        return options.cut() || limits.rows() == 0
                ? triples
                : limits.within(triples).find();
    }

    private boolean cut(Query query, Iterator<Triple> triples, OutputStream out) {
        if (limits.rows() == 0) {
            return write(query, triples, out);
        }
        boolean found = write(query, Iterators.limit(triples, Ints.saturatedCast(limits.rows())), out);
        if (triples.hasNext()) {
            options.notes().accept("cut after %d triples; --limit gives more".formatted(limits.rows()));
        }
        return found;
    }

    private boolean write(boolean answer, OutputStream out) {
        switch (options.format()) {
            case TABLE, MARKDOWN -> new TableWriter(out).writeLine(answer ? "yes" : "no");
            case TURTLE -> RDFDataMgr.write(out, RDFOutput.encodeAsModel(answer), RDFFormat.TURTLE_PRETTY);
            case CSV, TSV, JSON, XML -> ResultSetMgr.write(out, answer, language());
        }
        return true;
    }

    private boolean write(Query query, ResultSet rows, OutputStream out) {
        boolean found = rows.hasNext();
        ShortNames names = ShortNames.of(query.getPrefixMapping());
        switch (options.format()) {
            case TABLE -> new TableWriter(out).write(rows, names, options.bars() && query.hasGroupBy());
            case MARKDOWN -> new MarkdownWriter(out).write(rows, names);
            case TURTLE ->
                new TurtleRows(out).write(rows, query.getPrefixMapping().getNsPrefixMap());
            case CSV, TSV, JSON, XML -> ResultSetMgr.write(out, rows, language());
        }
        return found;
    }

    private boolean write(Query query, Iterator<Triple> triples, OutputStream out) {
        boolean found = triples.hasNext();
        switch (options.format()) {
            case TABLE, TURTLE -> writeTurtle(query, triples, out);
            case JSON -> RDFDataMgr.write(out, graph(query, triples, Long.MAX_VALUE), RDFFormat.JSONLD_PRETTY);
            case XML -> RDFDataMgr.write(out, graph(query, triples, Long.MAX_VALUE), RDFFormat.RDFXML_PRETTY);
            case CSV, TSV, MARKDOWN ->
                throw new StoreException("a graph has no columns: ask for turtle, json (JSON-LD) or xml (RDF/XML)");
        }
        return found;
    }

    private static void writeTurtle(Query query, Iterator<Triple> triples, OutputStream out) {
        Graph first = graph(query, triples, SORTED);
        if (!triples.hasNext()) {
            RDFDataMgr.write(out, first, RDFFormat.TURTLE_PRETTY);
            return;
        }
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        stream.start();
        query.getPrefixMapping().getNsPrefixMap().forEach(stream::prefix);
        first.find().forEachRemaining(stream::triple);
        triples.forEachRemaining(stream::triple);
        stream.finish();
    }

    private static Graph graph(Query query, Iterator<Triple> triples, long size) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        while (graph.size() < size && triples.hasNext()) {
            graph.add(triples.next());
        }
        return graph;
    }

    private Lang language() {
        return switch (options.format()) {
            case TABLE, MARKDOWN -> ResultSetLang.RS_Text;
            case TURTLE -> Lang.TURTLE;
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case JSON -> ResultSetLang.RS_JSON;
            case XML -> ResultSetLang.RS_XML;
        };
    }
}
