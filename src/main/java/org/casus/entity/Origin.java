package org.casus.entity;

import org.jspecify.annotations.Nullable;

/**
 * What a word or name tells of where something is from.
 *
 * @param country null for a people or a land without one, or in dispute
 * @param group id of the armed group or organisation that the words name
 * @param end the token after it
 * @param people whether it is a word for people, not a name of a place
 */
record Origin(@Nullable String country, @Nullable String group, int end, boolean people) {}
