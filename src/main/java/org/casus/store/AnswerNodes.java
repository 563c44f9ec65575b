package org.casus.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionDatasetBuilder;
import org.apache.jena.query.ResultSet;
import org.apache.jena.tdb2.TDB2;

/** A query to the resources that its answer names. */
final class AnswerNodes {
    private final Dataset dataset;

    AnswerNodes(Dataset dataset) {
        this.dataset = dataset;
    }

    Set<Node> named(StoredQuery source, Map<String, String> values) {
        Query query = SparqlText.parse(source, false);
        ParameterBinder binder = new ParameterBinder(dataset.asDatasetGraph(), query.getPrefixMapping(), note -> {});
        Set<Node> named = new HashSet<>();
        Consumer<Node> add = node -> {
            if (node != null && node.isURI()) {
                named.add(node);
            }
        };
        try (QueryExecution execution = QueryExecutionDatasetBuilder.create()
                .dataset(dataset)
                .query(query)
                .substitution(binder.bind(source, values))
                .set(TDB2.symUnionDefaultGraph, true)
                .set(ARQ.httpServiceAllowed, false)
                .build()) {
            UnaskedGraph.hide(dataset.asDatasetGraph(), query, execution.getContext());
            if (query.isSelectType()) {
                rows(execution.execSelect(), add);
            } else if (query.isConstructType()) {
                execution.execConstructTriples().forEachRemaining(triple -> both(triple, add));
            } else {
                throw new StoreException(source.name() + ": only SELECT and CONSTRUCT name what to export");
            }
        }
        return named;
    }

    private static void rows(ResultSet rows, Consumer<Node> add) {
        while (rows.hasNext()) {
            rows.nextBinding().forEach((variable, value) -> add.accept(value));
        }
    }

    private static void both(Triple triple, Consumer<Node> add) {
        add.accept(triple.getSubject());
        add.accept(triple.getObject());
    }
}
