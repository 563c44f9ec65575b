package org.casus.annotation;

/** One of the steps in which an article is annotated. */
public enum Step {
    TOKENIZE,
    TAG,
    NAMES,
    TIMES,
    PARSE,
    COREFERENCE
}
