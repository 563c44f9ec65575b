package org.casus.store;

import org.jspecify.annotations.Nullable;

/** A query that took too long or gave too many rows. */
public final class QueryLimitException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final boolean ofSize;

    private QueryLimitException(String fault, boolean ofSize, @Nullable Throwable cause) {
        super(fault, cause);
        this.ofSize = ofSize;
    }

    static QueryLimitException ofTime(String fault) {
        return new QueryLimitException(fault, false, null);
    }

    static QueryLimitException ofTime(String fault, Throwable cause) {
        return new QueryLimitException(fault, false, cause);
    }

    static QueryLimitException ofSize(String fault) {
        return new QueryLimitException(fault, true, null);
    }

    /** True where it gave too many rows, false where it took too long. */
    public boolean isOfSize() {
        return ofSize;
    }
}
