package org.casus.extraction;

import org.jspecify.annotations.Nullable;

/**
 * That a person held an office, as the text has it.
 *
 * @param of the state, organisation, group or person the office serves
 * @param from ISO 8601, cut to what is known
 * @param asOf the article's date where the text speaks of the present
 * @param sentence index of its sentence
 */
public record OfficeMention(
        String id,
        Mention person,
        String office,
        @Nullable Mention of,
        @Nullable String from,
        @Nullable String until,
        @Nullable String asOf,
        boolean former,
        int sentence) {}
