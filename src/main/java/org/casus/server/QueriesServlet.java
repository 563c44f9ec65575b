package org.casus.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.net.HttpHeaders;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.casus.store.QueryLimitException;
import org.casus.store.QueryLimits;
import org.casus.store.ResultFormat;
import org.casus.store.StoreException;
import org.casus.store.StoredQuery;
import org.jspecify.annotations.Nullable;

/** The stored queries: a list of them, and the answer to each, its parameters in the address. */
final class QueriesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;
    private static final int TOO_LARGE = 413;
    private static final String FORMAT = "format";

    private final transient EventStore store;
    private final transient Supplier<QueryCatalogue> catalogue;
    private final transient QueryLimits limits;
    private final transient RunningQueries running;

    QueriesServlet(EventStore store, Supplier<QueryCatalogue> catalogue, QueryLimits limits, RunningQueries running) {
        this.store = store;
        this.catalogue = catalogue;
        this.limits = limits;
        this.running = running;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (name.isEmpty()) {
            Answer.send(
                    response,
                    "application/json",
                    new ObjectMapper().writeValueAsBytes(catalogue.get().queries()));
            return;
        }
        Optional<StoredQuery> query = catalogue.get().find(name);
        if (query.isEmpty()) {
            Answer.fault(response, HttpServletResponse.SC_NOT_FOUND, "there is no query " + name);
        } else if (running.enter()) {
            try {
                answer(query.get(), request, response);
            } finally {
                running.leave();
            }
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            Answer.fault(response, TOO_MANY, "too many queries at once: try again in a second");
        }
    }

    private void answer(StoredQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ResultType> type =
                ResultType.asked(request.getParameter(FORMAT), request.getHeader(HttpHeaders.ACCEPT));
        if (type.isEmpty()) {
            Answer.fault(response, HttpServletResponse.SC_NOT_ACCEPTABLE, "format is one of json, csv, tsv, xml");
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            store.query(query, values(request), type.get().format(), limits, body);
        } catch (QueryLimitException fault) {
            Answer.fault(
                    response,
                    fault.isOfSize() ? TOO_LARGE : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    fault.getMessage());
            return;
        } catch (StoreException fault) {
            Answer.fault(response, HttpServletResponse.SC_BAD_REQUEST, fault.getMessage());
            return;
        }
        Answer.send(response, type.get().mediaType(), body.toByteArray());
    }

    private static Map<String, String> values(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, value) -> {
            if (!name.equals(FORMAT) && !value[0].isEmpty()) {
                values.put(name, value[0]);
            }
        });
        return values;
    }

    /** A form of an answer, as HTTP and as the store call it. */
    enum ResultType {
        JSON("application/sparql-results+json", ResultFormat.JSON),
        CSV("text/csv", ResultFormat.CSV),
        TSV("text/tab-separated-values", ResultFormat.TSV),
        XML("application/sparql-results+xml", ResultFormat.XML);

        private final String mediaType;
        private final ResultFormat format;

        ResultType(String mediaType, ResultFormat format) {
            this.mediaType = mediaType;
            this.format = format;
        }

        String mediaType() {
            return mediaType;
        }

        ResultFormat format() {
            return format;
        }

        static Optional<ResultType> asked(@Nullable String format, @Nullable String accept) {
            for (ResultType type : values()) {
                if (format == null
                        ? accept != null && accept.contains(type.mediaType)
                        : type.name().equalsIgnoreCase(format)) {
                    return Optional.of(type);
                }
            }
            return format == null ? Optional.of(JSON) : Optional.empty();
        }
    }
}
