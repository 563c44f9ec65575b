package org.casus.annotation;

/** CoreNLP failed on one article, or did not come to an end; the others are not harmed. */
public final class AnnotationException extends RuntimeException {
    AnnotationException(String article, RuntimeException cause) {
        super("%s: annotation failed: %s".formatted(article, cause), cause);
    }

    AnnotationException(String article, String fault) {
        super("%s: annotation failed: %s".formatted(article, fault));
    }

    /** One line that names the article and the fault. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
