package org.casus.server;

import com.google.common.base.Suppliers;
import com.google.common.base.Throwables;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.tdb2.TDB2;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;

/**
 * A store over HTTP: a SPARQL endpoint over the union of the graphs, what every IRI stands for, the stored queries, and
 * a page to browse it all. Start reading at the constructor.
 */
public final class EventServer implements AutoCloseable {
    /** So long a query waits for its turn, or the page would fail where a few read it at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServerSettings settings;
    private final FusekiServer server;
    private final FrontDoor door;
    private final EventTable events;

    /** The server of a store that stays open for as long; read-only, for this machine alone. */
    public EventServer(EventStore store, int port) {
        this(store, ServerSettings.local(port));
    }

    /** The server of a store that stays open for as long. */
    public EventServer(EventStore store, ServerSettings settings) {
        this(store, settings, PATIENCE);
    }

    EventServer(EventStore store, ServerSettings settings, Duration patience) {
        this(store, settings, patience, EventTable.MOST);
    }

    /** @param most so many events, the latest, are given at once */
    EventServer(EventStore store, ServerSettings settings, Duration patience, int most) {
        this.settings = settings;
        this.door = new FrontDoor(settings);
        this.events = new EventTable(store, most);
        // None of it is needed to begin to listen.
        Supplier<QueryCatalogue> queries = Suppliers.memoize(QueryCatalogue::shipped);
        Page page = new Page();
        RunningQueries running = new RunningQueries(settings.queries(), patience, door.metrics());
        FusekiServer.Builder builder = FusekiServer.create()
                .addFilter("/*", door)
                .addFilter("/*", new PageFiles(page))
                .addFilter("/sparql", new ServiceDescription())
                .add("/sparql", service(store, Operation.Query))
                .add("/data", service(store, Operation.GSP_R))
                .registerOperation(Operation.Query, new LimitedQueries(store, settings.limits(), running))
                .addServlet("/api/events", new EventsServlet(events, running))
                .addServlet("/api/queries/*", new QueriesServlet(store, queries, settings.limits(), running))
                .addServlet("/api/openapi.json", new OpenApiServlet(queries, settings))
                .addServlet("/.well-known/void", new VoidServlet(store))
                .addServlet("/casus/*", new ResourceServlet(store, page))
                .addServlet("/health", new HealthServlet(store))
                .addServlet("/metrics", new MetricsServlet(door.metrics()));
        if (settings.extract() != null) {
            builder.addServlet("/api/extract", new ExtractServlet(settings.extract()));
        }
        if (settings.writable()) {
            builder.addServlet("/update", new UpdateServlet(store));
        }
        server = listening(builder).build();
        admitAllNames();
    }

    /**
     * Else Jetty refuses who calls by another name than the certificate's, such as 127.0.0.1: the client judges that.
     */
    private void admitAllNames() {
        for (Connector connector : server.getJettyServer().getConnectors()) {
            connector.getConnectionFactories().stream()
                    .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                    .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                    .map(configuration -> configuration.getCustomizer(SecureRequestCustomizer.class))
                    .filter(Objects::nonNull)
                    .forEach(customizer -> customizer.setSniHostCheck(false));
        }
    }

    private FusekiServer.Builder listening(FusekiServer.Builder builder) {
        builder.loopback(!settings.everywhere());
        ServerSettings.Tls tls = settings.tls();
        return tls == null
                ? builder.port(settings.port())
                : builder.https(settings.port(), tls.keyStore().toString(), tls.password());
    }

    /**
     * One operation over the store. Queries see the union of the graphs as their default graph. The Graph Store
     * Protocol gives what is stored, and the default graph that is stored is empty: it is answered with 200 and no
     * triple, as an RDF dataset always has a default graph (SPARQL 1.1 Query, 13.1), and 404 is for what does not exist
     * (SPARQL 1.1 Graph Store HTTP Protocol, 5.1).
     */
    private DataService service(EventStore store, Operation operation) {
        Dataset dataset = store.readOnly();
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        dataset.getContext().set(ARQ.httpServiceAllowed, false);
        return DataService.newBuilder(dataset.asDatasetGraph())
                .addEndpoint(operation)
                .build();
    }

    /** Begins to listen and returns at once; a port that is in use is an {@link UncheckedIOException}. */
    public EventServer start() {
        try {
            server.start();
        } catch (FusekiException fault) {
            if (Throwables.getRootCause(fault) instanceof BindException taken) {
                throw new UncheckedIOException("the port is in use: " + settings.port(), taken);
            }
            throw fault;
        }
        events.warmUp();
        return this;
    }

    public int port() {
        return settings.tls() == null ? server.getHttpPort() : server.getHttpsPort();
    }

    /** The address of the page. */
    public String page() {
        return "%s://127.0.0.1:%d/".formatted(settings.tls() == null ? "http" : "https", port());
    }

    /** The address of the endpoint. */
    public String address() {
        return page() + "sparql";
    }

    @Override
    public void close() {
        server.stop();
        events.close();
        door.destroy();
    }
}
