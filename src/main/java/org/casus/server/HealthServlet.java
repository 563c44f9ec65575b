package org.casus.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casus.store.EventStore;
import org.casus.store.StoreException;

/** Says whether the store can be read. */
final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient EventStore store;

    HealthServlet(EventStore store) {
        this.store = store;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            store.read(dataset -> dataset.asDatasetGraph().find().hasNext());
            Answer.fault(response, HttpServletResponse.SC_OK, "ok");
        } catch (StoreException fault) {
            Answer.fault(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the store cannot be read");
        }
    }
}
