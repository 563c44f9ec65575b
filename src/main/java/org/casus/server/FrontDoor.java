package org.casus.server;

import com.google.common.base.Splitter;
import com.google.common.io.ByteStreams;
import com.google.common.net.HttpHeaders;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What every request passes: who may come in, the headers that every answer has, the access log and the metrics. */
final class FrontDoor implements Filter {
    /** So many bytes of a request that was refused are read, so that its client may go on. */
    private static final long MOST_LEFT = 1 << 20;

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    /** The page asks this server alone, and runs no script but its own files. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ServerSettings settings;
    private final @Nullable Passwords passwords;
    private final @Nullable AccessLog log;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    FrontDoor(ServerSettings settings) {
        this.settings = settings;
        this.passwords = settings.passwords() == null ? null : Passwords.read(settings.passwords());
        this.log = settings.accessLog() == null ? null : AccessLog.to(settings.accessLog());
        new JvmMemoryMetrics().bindTo(metrics);
    }

    PrometheusMeterRegistry metrics() {
        return metrics;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        long start = System.nanoTime();
        try {
            setHeaders(response);
            if (admits(request, response)) {
                chain.doFilter(request, response);
            }
            readRest(request, response);
        } finally {
            note(request, response, System.nanoTime() - start);
        }
    }

    /**
     * Jetty ends a connection after an answer to a request that was not read, and says so to nobody: what a client
     * sends on it next is lost. One that waits to be told to go on sends nothing, and one that sends very much is let
     * go.
     */
    private static void readRest(HttpServletRequest request, HttpServletResponse response) {
        boolean sends = request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (sends && !request.isAsyncStarted() && request.getHeader(HttpHeaders.EXPECT) == null) {
            try {
                response.flushBuffer();
                ByteStreams.exhaust(ByteStreams.limit(request.getInputStream(), MOST_LEFT));
            } catch (IOException gone) {
                // Whoever has gone wants no answer.
                return;
            }
        }
    }

    private void setHeaders(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_SECURITY_POLICY, POLICY);
        response.setHeader(HttpHeaders.X_CONTENT_TYPE_OPTIONS, "nosniff");
        response.setHeader(HttpHeaders.REFERRER_POLICY, "no-referrer");
        if (!settings.cors().isEmpty()) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, settings.cors());
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }

    /** False where the request was answered here. */
    private boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.everywhere() && !LOCAL.contains(host(request))) {
            // A page elsewhere may have its own name point here.
            Answer.fault(response, HttpServletResponse.SC_FORBIDDEN, "this server answers to localhost alone");
            return false;
        } else if (isPreflight(request)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, OPTIONS");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Authorization, Content-Type");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return false;
        } else if (passwords != null
                && !isHealth(request)
                && !passwords.admit(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Casus\", charset=\"UTF-8\"");
            Answer.fault(response, HttpServletResponse.SC_UNAUTHORIZED, "name and password, please");
            return false;
        }
        return true;
    }

    private static String host(HttpServletRequest request) {
        String host = request.getServerName();
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private boolean isPreflight(HttpServletRequest request) {
        return !settings.cors().isEmpty()
                && request.getMethod().equals("OPTIONS")
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    private static boolean isHealth(HttpServletRequest request) {
        return request.getRequestURI().equals("/health");
    }

    private void note(HttpServletRequest request, HttpServletResponse response, long nanos) {
        Timer.builder("casus.http.requests")
                .description("Requests by first step of their path and status")
                .tag("path", firstStep(request.getRequestURI()))
                .tag("status", Integer.toString(response.getStatus()))
                .register(metrics)
                .record(nanos, TimeUnit.NANOSECONDS);
        if (log != null) {
            log.write(request, response, nanos);
        }
    }

    /** One of few, so that no crawler can fill the memory with names. */
    private static String firstStep(String path) {
        String first = Splitter.on('/').splitToList(path + "/").get(1);
        return Set.of("sparql", "data", "api", "casus", "page", "health", "metrics", "update", ".well-known", "")
                        .contains(first)
                ? "/" + first
                : "other";
    }

    @Override
    public void destroy() {
        if (log != null) {
            log.close();
        }
        metrics.close();
    }
}
