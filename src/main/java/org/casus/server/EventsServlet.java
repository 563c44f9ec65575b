package org.casus.server;

import com.google.common.net.HttpHeaders;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The latest events in one answer, by columns: what the overview filters, draws and lists. Those of a span of days, or
 * about an actor or a place, where the address says so.
 */
final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;

    private final transient EventTable events;
    private final transient RunningQueries running;

    EventsServlet(EventTable events, RunningQueries running) {
        this.events = events;
        this.running = running;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventChoice choice;
        try {
            choice = EventChoice.of(request::getParameter);
        } catch (IllegalArgumentException fault) {
            Answer.fault(response, HttpServletResponse.SC_BAD_REQUEST, fault.getMessage());
            return;
        }
        if (choice.equals(EventChoice.ALL)) {
            answer(events.snapshot(choice), request, response);
        } else if (running.enter()) {
            EventTable.Snapshot snapshot;
            try {
                snapshot = events.snapshot(choice);
            } finally {
                running.leave();
            }
            answer(snapshot, request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            Answer.fault(response, TOO_MANY, "too many queries at once: try again in a second");
        }
    }

    private static void answer(EventTable.Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.ETAG, snapshot.tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (snapshot.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else if (Gzip.accepted(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            Answer.send(response, "application/json", snapshot.zipped());
        } else {
            Answer.send(response, "application/json", snapshot.plain());
        }
    }
}
