package org.casus.server;

import com.google.common.net.HttpHeaders;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** All events in one answer, by columns: what the overview filters, draws and lists. */
final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient EventTable events;

    EventsServlet(EventTable events) {
        this.events = events;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventTable.Snapshot snapshot = events.snapshot();
        response.setHeader(HttpHeaders.ETAG, snapshot.tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (snapshot.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else if (Gzip.accepted(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            Answer.send(response, "application/json", snapshot.zipped().read());
        } else {
            Answer.send(response, "application/json", snapshot.plain());
        }
    }
}
