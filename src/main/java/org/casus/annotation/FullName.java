package org.casus.annotation;

/** The fullest mention of a name in an article, and the sentence that holds it. */
record FullName(int sentence, EntityMention name) {}
