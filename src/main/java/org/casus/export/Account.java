package org.casus.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One report of an event.
 *
 * @param article the article's id
 * @param published a day, or more or less finely
 */
public record Account(
        String iri,
        String article,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable String published,
        String sentence,
        String certainty,
        String polarity,
        String tense,
        double confidence) {
    /** The lower, the surer that it happened. */
    int doubt() {
        int doubt = polarity.equals("Positive") ? 0 : 100;
        doubt += isToCome() ? 10 : 0;
        return doubt + (certainty.equals("Certain") ? 0 : certainty.equals("Probable") ? 1 : 2);
    }

    boolean happened() {
        return doubt() < 2;
    }

    boolean isToCome() {
        return tense.equals("Future");
    }

    String status() {
        if (!polarity.equals("Positive")) {
            return "denied";
        }
        return isToCome() ? "planned" : certainty.toLowerCase(Locale.ROOT);
    }
}
