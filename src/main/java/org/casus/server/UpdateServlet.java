package org.casus.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.update.UpdateExecutionFactory;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.casus.store.EventStore;
import org.casus.store.StoreException;

/** SPARQL updates for who has a password; all of an update is read before the store is touched. */
final class UpdateServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 64 << 20;
    private static final int TOO_LARGE = 413;
    /** Of a function whose name is computed, and may be that of a Java class. */
    private static final Pattern CALL = Pattern.compile("\\bcall\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final transient EventStore store;

    UpdateServlet(EventStore store) {
        this.store = store;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = request.getParameter("update");
        if (text == null) {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                Answer.fault(response, TOO_LARGE, "an update may have %d bytes".formatted(MOST_BYTES));
                return;
            }
            text = new String(body, StandardCharsets.UTF_8);
        }
        try {
            UpdateRequest update = UpdateFactory.create(text);
            if (reachesOut(update)) {
                Answer.fault(response, HttpServletResponse.SC_BAD_REQUEST, "LOAD, SERVICE and Java functions are off");
                return;
            }
            store.write(
                    dataset -> UpdateExecutionFactory.create(update, dataset).execute());
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (QueryException | StoreException fault) {
            Answer.fault(response, HttpServletResponse.SC_BAD_REQUEST, String.valueOf(fault.getMessage()));
        }
    }

    private static boolean reachesOut(UpdateRequest update) {
        String text = update.toString();
        return update.getOperations().stream().anyMatch(UpdateLoad.class::isInstance)
                || text.contains("SERVICE ")
                || CALL.matcher(text).find()
                || text.contains("<java:");
    }
}
