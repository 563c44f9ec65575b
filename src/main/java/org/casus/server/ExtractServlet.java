package org.casus.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.net.HttpHeaders;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An article to what it says: plain text, or JSON with text, title, date and so on; nothing of it is stored. */
final class ExtractServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 1 << 20;
    /** One is read at a time; so many wait for their turn. */
    private static final int MOST_WAITING = 8;

    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private final transient ServerSettings.Extraction extraction;
    private final transient ObjectMapper json = new ObjectMapper();
    private final transient ExecutorService reader = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            new ThreadFactoryBuilder()
                    .setNameFormat("extract-%d")
                    .setDaemon(true)
                    .build());

    ExtractServlet(ServerSettings.Extraction extraction) {
        this.extraction = extraction;
    }

    /** What it reads with, for a client that must know. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.send(response, "text/plain", extraction.settings().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            Answer.fault(response, TOO_LARGE, "an article may have %d bytes".formatted(MOST_BYTES));
            return;
        }
        String line;
        try {
            line = line(request.getContentType(), new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException fault) {
            Answer.fault(response, HttpServletResponse.SC_BAD_REQUEST, "not JSON: " + fault.getOriginalMessage());
            return;
        }
        boolean explain = !"false".equals(request.getParameter("explain"));
        try {
            answer(reader.submit(() -> extraction.read().extract(line, explain)), response);
        } catch (RejectedExecutionException full) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            Answer.fault(response, TOO_MANY, "too many articles at once: try again in a second");
        }
    }

    private void answer(Future<String> made, HttpServletResponse response) throws IOException {
        try {
            byte[] answer = made.get(extraction.longest().toMillis(), TimeUnit.MILLISECONDS)
                    .getBytes(StandardCharsets.UTF_8);
            Answer.send(response, "application/json", answer);
        } catch (TimeoutException fault) {
            // One that is being read is read to its end, as the models cannot be stopped; what waits is not begun.
            made.cancel(false);
            Answer.fault(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the article takes too long to read");
        } catch (ExecutionException fault) {
            if (!(fault.getCause() instanceof IllegalArgumentException unreadable)) {
                throw new IllegalStateException(fault);
            }
            Answer.fault(response, HttpServletResponse.SC_BAD_REQUEST, String.valueOf(unreadable.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String line(String contentType, String body) throws JsonProcessingException {
        if (contentType != null && contentType.startsWith("text/plain")) {
            return json.createObjectNode().put("id", "posted").put("text", body).toString();
        }
        JsonNode article = json.readTree(body);
        return article.toString();
    }

    @Override
    public void destroy() {
        reader.shutdown();
    }
}
