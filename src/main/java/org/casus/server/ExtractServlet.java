package org.casus.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** An article to what it says: plain text, or JSON with text, title, date and so on; nothing of it is stored. */
final class ExtractServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 1 << 20;
    private static final long LONGEST_SECONDS = 60;
    private static final int TOO_LARGE = 413;

    private final transient UnaryOperator<String> extract;
    private final transient ObjectMapper json = new ObjectMapper();
    private final transient ExecutorService reader = Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
            .setNameFormat("extract-%d")
            .setDaemon(true)
            .build());

    ExtractServlet(UnaryOperator<String> extract) {
        this.extract = extract;
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
        Future<String> extraction = reader.submit(() -> extract.apply(line));
        try {
            byte[] answer = extraction.get(LONGEST_SECONDS, TimeUnit.SECONDS).getBytes(StandardCharsets.UTF_8);
            Answer.send(response, "application/json", answer);
        } catch (TimeoutException fault) {
            extraction.cancel(false);
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
