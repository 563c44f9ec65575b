package org.casus.annotation;

import org.casus.article.Span;

/** A name that the tagger marked: tokens {@code first} to {@code end}, exclusive, of its sentence. */
public record EntityMention(Type type, int first, int end, Span span, String text) {
    public enum Type {
        PERSON,
        ORGANIZATION,
        LOCATION,
        MISC
    }
}
