package org.casus.annotation;

/** CoreNLP failed on one article; the others are not harmed. */
public final class AnnotationException extends RuntimeException {
    AnnotationException(String article, RuntimeException cause) {
        super("%s: annotation failed: %s".formatted(article, cause), cause);
    }

    /** One line that names the article and the fault. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
