package org.casus.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a person held an office, as the text has it.
 *
 * @param of the state, organisation, group or person the office serves
 * @param sentence index of its sentence
 */
public record OfficeMention(
        Mention person,
        String office,
        @Nullable Mention of,
        Period period,
        Standing standing,
        List<Attribution> attribution,
        int sentence,
        String rule) {
    public OfficeMention {
        attribution = List.copyOf(attribution);
    }

    /** How the person stands to the office when the article is published. */
    public enum Standing {
        HOLDER,
        /** Fills it for a time: acting, interim. */
        ACTING,
        /** Chosen, and not yet in office. */
        ELECT,
        FORMER
    }

    public boolean former() {
        return standing == Standing.FORMER;
    }
}
