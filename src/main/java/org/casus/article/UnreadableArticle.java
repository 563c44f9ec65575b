package org.casus.article;

/** Says why a record holds no article: a reason to count by, and the fault in words. */
final class UnreadableArticle extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableArticle(String reason, String fault) {
        super(fault);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** The fault in words, without its place. */
    String fault() {
        return String.valueOf(getMessage());
    }
}
