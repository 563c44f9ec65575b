package org.casus.store;

import org.jspecify.annotations.Nullable;

/** What went wrong with a store or a query, in one line that names it. */
public sealed class StoreException extends RuntimeException permits QueryLimitException {
    private static final long serialVersionUID = 1L;

    StoreException(String fault) {
        super(fault);
    }

    StoreException(String fault, @Nullable Throwable cause) {
        super(fault, cause);
    }
}
