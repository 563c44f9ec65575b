package org.casus.store;

import org.jspecify.annotations.Nullable;

/** A query that took too long or gave too many rows. */
public final class QueryLimitException extends StoreException {
    private static final long serialVersionUID = 1L;

    QueryLimitException(String fault) {
        this(fault, null);
    }

    QueryLimitException(String fault, @Nullable Throwable cause) {
        super(fault, cause);
    }
}
