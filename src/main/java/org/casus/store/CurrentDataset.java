package org.casus.store;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.util.Context;

/** The dataset of a connection as it is now, also after the connection was opened again; its settings stay. */
final class CurrentDataset extends DatasetGraphWrapper {
    private final Connection connection;
    private final Context context = new Context();

    CurrentDataset(Connection connection) {
        super(connection.dataset().asDatasetGraph());
        this.connection = connection;
    }

    @Override
    protected DatasetGraph get() {
        return connection.dataset().asDatasetGraph();
    }

    @Override
    public Context getContext() {
        return context;
    }
}
