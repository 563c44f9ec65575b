package org.casus.entity;

/**
 * The entry that a mention is linked to.
 *
 * @param score 0 to 1
 */
record Choice(Entry entry, double score, LinkReason reason) {}
