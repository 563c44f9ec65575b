package org.casus.store;

import org.apache.jena.graph.Node;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.query.text.TextDocProducer;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * A dataset and its full-text index. Jena looks whether a statement is there before each change, so that none is
 * indexed twice; here only for what is indexed, as the look costs as much as one of six indexes, and TDB2 does without.
 */
final class SearchedQuads extends DatasetGraphText {
    /** Which statements are indexed. */
    interface Choice {
        boolean holds(Node graph, Node subject, Node predicate);
    }

    private final Choice searched;

    SearchedQuads(DatasetGraph stored, TextIndex index, TextDocProducer producer, Choice searched) {
        super(stored, index, producer);
        this.searched = searched;
        getContext().set(TextQuery.textIndex, index);
    }

    @Override
    public void add(Quad quad) {
        add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        if (searched.holds(graph, subject, predicate)) {
            super.add(graph, subject, predicate, object);
        } else {
            monitored().add(graph, subject, predicate, object);
        }
    }

    @Override
    public void delete(Quad quad) {
        delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        if (searched.holds(graph, subject, predicate)) {
            super.delete(graph, subject, predicate, object);
        } else {
            monitored().delete(graph, subject, predicate, object);
        }
    }
}
