package org.casus.annotation;

import java.util.Locale;

/** A word as the parser reads it, and its place in the sentence; {@link #ADDED} where the text does not hold it. */
record Word(String form, String tag, int place) {
    static final int ADDED = -1;

    /** @param tags a pattern for the whole tag */
    boolean is(String tags) {
        return tag.matches(tags);
    }

    /** @param forms a pattern for the whole word in small letters */
    boolean says(String forms) {
        return form.toLowerCase(Locale.ROOT).matches(forms);
    }
}
