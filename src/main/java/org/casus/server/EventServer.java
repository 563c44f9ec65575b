package org.casus.server;

import com.google.common.base.Throwables;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.tdb2.TDB2;
import org.casus.store.EventStore;

/**
 * A SPARQL endpoint over a store, for this machine alone: it answers queries over the union of the graphs, and neither
 * takes updates nor asks other servers.
 */
public final class EventServer implements AutoCloseable {
    private static final Duration LONGEST_QUERY = Duration.ofSeconds(10);
    private static final String NAME = "sparql";

    private final FusekiServer server;
    private final int port;

    /** The server of a store that stays open for as long; port 0 takes any that is free. */
    public EventServer(EventStore store, int port) {
        this(store, port, LONGEST_QUERY);
    }

    EventServer(EventStore store, int port, Duration longestQuery) {
        this.port = port;
        Dataset dataset = store.readOnly();
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        dataset.getContext().set(ARQ.httpServiceAllowed, false);
        dataset.getContext().set(ARQ.queryTimeout, Long.toString(longestQuery.toMillis()));
        DataService service = DataService.newBuilder(dataset.asDatasetGraph())
                .addEndpoint(Operation.Query)
                .build();
        server = FusekiServer.create()
                .loopback(true)
                .port(port)
                .add("/" + NAME, service)
                .build();
    }

    /** Begins to listen and returns at once; a port that is in use is an {@link UncheckedIOException}. */
    public EventServer start() {
        try {
            server.start();
        } catch (FusekiException fault) {
            if (Throwables.getRootCause(fault) instanceof BindException taken) {
                throw new UncheckedIOException("the port is in use: " + port, taken);
            }
            throw fault;
        }
        return this;
    }

    public int port() {
        return server.getHttpPort();
    }

    /** The address of the endpoint. */
    public String address() {
        return "http://127.0.0.1:%d/%s".formatted(port(), NAME);
    }

    @Override
    public void close() {
        server.stop();
    }
}
