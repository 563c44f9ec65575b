package org.casus.annotation;

/** What a pronoun such as "she" asks of the person it stands for. */
enum Gender {
    MALE,
    FEMALE,
    UNKNOWN
}
