package org.casus.server;

import java.nio.file.Path;
import java.time.Duration;
import org.casus.store.QueryLimits;
import org.jspecify.annotations.Nullable;

/**
 * How a store is served.
 *
 * @param port 0 for any that is free
 * @param everywhere listens on all addresses, not on this machine's own alone
 * @param queries how many may run at once
 * @param cors the origin whose pages may read, {@code *} for any, or empty for none
 * @param passwords a file with a line {@code name: password} for each user; without one nobody is asked
 * @param writable takes updates, from who has a password
 * @param tls serves HTTPS alone
 * @param accessLog gets a line for each request, without what was asked
 * @param extract for {@code /api/extract}
 */
public record ServerSettings(
        int port,
        boolean everywhere,
        QueryLimits limits,
        int queries,
        String cors,
        @Nullable Path passwords,
        boolean writable,
        @Nullable Tls tls,
        @Nullable Path accessLog,
        @Nullable Extraction extract) {
    public static final Duration LONGEST_QUERY = Duration.ofSeconds(10);
    public static final Duration LONGEST_EXTRACTION = Duration.ofSeconds(60);
    public static final long MOST_ROWS = 100_000;
    public static final int MOST_QUERIES = 16;

    public ServerSettings {
        if (writable && passwords == null) {
            throw new IllegalArgumentException("a store that can be written to needs a password file");
        }
    }

    /** Read-only, for this machine alone. */
    public static ServerSettings local(int port) {
        return new ServerSettings(
                port,
                false,
                new QueryLimits(LONGEST_QUERY, MOST_ROWS),
                MOST_QUERIES,
                "*",
                null,
                false,
                null,
                null,
                null);
    }

    ServerSettings with(QueryLimits other) {
        return new ServerSettings(port, everywhere, other, queries, cors, passwords, writable, tls, accessLog, extract);
    }

    /**
     * How posted articles are read.
     *
     * @param settings of the reader; what they are is for the clients to compare
     * @param longest how long one may take, with its wait for those before it
     */
    public record Extraction(PostReader read, String settings, Duration longest) {}

    /** An article as a JSON line to its extraction. */
    public interface PostReader {
        /**
         * What the article says, as JSON.
         *
         * @param explain true where each event shall say which rule made it
         * @throws IllegalArgumentException saying why it cannot be read
         */
        String extract(String line, boolean explain);
    }

    /** A key store (PKCS #12) and its password. */
    public record Tls(Path keyStore, String password) {}
}
