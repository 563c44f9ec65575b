package org.casus.server;

import com.google.common.io.ByteSource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is sent back whole. */
final class Answer {
    private Answer() {}

    /** A fault in one line of plain text, as Fuseki tells its own. */
    static void fault(HttpServletResponse response, int status, @Nullable String fault) throws IOException {
        response.setStatus(status);
        send(response, "text/plain", (fault + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The same of bytes that many share, without a copy. */
    static void send(HttpServletResponse response, String type, ByteSource body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLengthLong(body.size());
        body.copyTo(response.getOutputStream());
    }
}
