package org.casus.store;

import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionDatasetBuilder;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.apache.jena.tdb2.TDB2;

/** Runs a query over the union of a store's graphs and writes its answer. */
final class Answers {
    private final Dataset dataset;
    private final AnswerOptions options;
    private final QueryLimits limits;
    private final OutputStream out;

    Answers(Dataset dataset, AnswerOptions options, OutputStream out) {
        this.dataset = dataset;
        this.options = options;
        this.limits = options.limits();
        this.out = out;
    }

    /** False where the answer is empty. */
    boolean write(StoredQuery source, Map<String, String> values) {
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
                .timeout(limits.milliseconds(), TimeUnit.MILLISECONDS)
                .build()) {
            return write(source, query, execution);
        } catch (QueryCancelledException fault) {
            throw new QueryLimitException("%s: stopped after %s".formatted(source.name(), limits.seconds()), fault);
        }
    }

    private boolean write(StoredQuery source, Query query, QueryExecution execution) {
        if (query.isAskType()) {
            return write(execution.execAsk());
        } else if (query.isSelectType() && options.cut()) {
            return writeCut(source, query, execution);
        } else if (query.isSelectType()) {
            return write(query, limits.within(execution.execSelect()));
        } else if (query.isConstructType()) {
            return write(query, execution.execConstruct());
        } else if (query.isDescribeType()) {
            return write(query, execution.execDescribe());
        } else {
            throw new StoreException("only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked");
        }
    }

    private boolean writeCut(StoredQuery source, Query query, QueryExecution execution) {
        CutRows rows = new CutRows(execution.execSelect(), limits.rows(), query);
        boolean found = write(query, rows.asResultSet());
        if (rows.isLate()) {
            throw new QueryLimitException("%s: stopped after %s and %d rows; there may be more"
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

    private boolean write(boolean answer) {
        switch (options.format()) {
            case TABLE, MARKDOWN -> new TableWriter(out).writeLine(answer ? "yes" : "no");
            case TURTLE -> RDFDataMgr.write(out, RDFOutput.encodeAsModel(answer), RDFFormat.TURTLE_PRETTY);
            case CSV, TSV, JSON, XML -> ResultSetMgr.write(out, answer, language());
        }
        return true;
    }

    private boolean write(Query query, ResultSet rows) {
        boolean found = rows.hasNext();
        ShortNames names = ShortNames.of(query.getPrefixMapping());
        switch (options.format()) {
            case TABLE -> new TableWriter(out).write(rows, names, options.bars() && query.hasGroupBy());
            case MARKDOWN -> new MarkdownWriter(out).write(rows, names);
            case TURTLE -> RDFDataMgr.write(out, RDFOutput.encodeAsModel(rows), RDFFormat.TURTLE_PRETTY);
            case CSV, TSV, JSON, XML -> ResultSetMgr.write(out, rows, language());
        }
        return found;
    }

    private boolean write(Query query, Model graph) {
        boolean found = !graph.isEmpty();
        graph.setNsPrefixes(query.getPrefixMapping());
        RDFFormat rdf = switch (options.format()) {
            case TABLE, TURTLE -> RDFFormat.TURTLE_PRETTY;
            case JSON -> RDFFormat.JSONLD_PRETTY;
            case XML -> RDFFormat.RDFXML_PRETTY;
            case CSV, TSV, MARKDOWN ->
                throw new StoreException("a graph has no columns: ask for turtle, json (JSON-LD) or xml (RDF/XML)");
        };
        RDFDataMgr.write(out, graph, rdf);
        return found;
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
