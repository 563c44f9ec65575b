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
import org.apache.jena.tdb2.TDB2;

/** Runs a query over the union of a store's graphs and writes its answer. */
final class Answers {
    private final Dataset dataset;
    private final ResultFormat format;
    private final QueryLimits limits;
    private final OutputStream out;
    private final boolean allowService;

    /** @param allowService whether a query may ask other servers */
    Answers(Dataset dataset, ResultFormat format, QueryLimits limits, OutputStream out, boolean allowService) {
        this.allowService = allowService;
        this.dataset = dataset;
        this.format = format;
        this.limits = limits;
        this.out = out;
    }

    /** False where the answer is empty. */
    boolean write(StoredQuery source, Map<String, String> values) {
        Query query = SparqlText.parse(source, allowService);
        ParameterBinder binder = new ParameterBinder(dataset.asDatasetGraph(), query.getPrefixMapping());
        try (QueryExecution execution = QueryExecutionDatasetBuilder.create()
                .dataset(dataset)
                .query(query)
                .substitution(binder.bind(source, values))
                .set(TDB2.symUnionDefaultGraph, true)
                .set(ARQ.httpServiceAllowed, allowService)
                .timeout(limits.milliseconds(), TimeUnit.MILLISECONDS)
                .build()) {
            return write(query, execution);
        } catch (QueryCancelledException fault) {
            throw new QueryLimitException("%s: stopped after %s".formatted(source.name(), limits.time()), fault);
        }
    }

    private boolean write(Query query, QueryExecution execution) {
        if (query.isAskType()) {
            return write(execution.execAsk());
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

    private boolean write(boolean answer) {
        if (format == ResultFormat.TABLE) {
            new TableWriter(out).writeLine(answer ? "yes" : "no");
        } else {
            ResultSetMgr.write(out, answer, language());
        }
        return true;
    }

    private boolean write(Query query, ResultSet rows) {
        boolean found = rows.hasNext();
        if (format == ResultFormat.TABLE) {
            new TableWriter(out).write(rows, ShortNames.of(query.getPrefixMapping()));
        } else {
            ResultSetMgr.write(out, rows, language());
        }
        return found;
    }

    private boolean write(Query query, Model graph) {
        boolean found = !graph.isEmpty();
        graph.setNsPrefixes(query.getPrefixMapping());
        RDFFormat rdf = switch (format) {
            case TABLE -> RDFFormat.TURTLE_PRETTY;
            case JSON -> RDFFormat.JSONLD_PRETTY;
            case XML -> RDFFormat.RDFXML_PRETTY;
            case CSV, TSV ->
                throw new StoreException(
                        "a graph has no columns: ask for table (Turtle), json (JSON-LD) or xml (RDF/XML)");
        };
        RDFDataMgr.write(out, graph, rdf);
        return found;
    }

    private Lang language() {
        return switch (format) {
            case TABLE -> ResultSetLang.RS_Text;
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case JSON -> ResultSetLang.RS_JSON;
            case XML -> ResultSetLang.RS_XML;
        };
    }
}
