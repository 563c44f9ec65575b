package org.casus.server;

import com.google.common.net.HttpHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Bytes to fewer bytes, for who can read them. */
final class Gzip {
    private Gzip() {}

    static boolean accepted(HttpServletRequest request) {
        String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.contains("gzip");
    }

    static byte[] of(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
