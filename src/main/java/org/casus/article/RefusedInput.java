package org.casus.article;

import java.io.IOException;

/** Ends the reading of an input that would go on for too long: a reason to count by, and the fault in words. */
final class RefusedInput extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedInput(String reason, String fault) {
        super(fault);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    String fault() {
        return String.valueOf(getMessage());
    }
}
