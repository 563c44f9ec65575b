package org.casus.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A point in time that may be known only between two bounds, both inclusive and ISO 8601, cut to what is known.
 *
 * @param earliest null where only the latest is known
 * @param latest null where only the earliest is known
 */
public record Moment(@Nullable String earliest, @Nullable String latest) {
    public Moment {
        if (earliest == null && latest == null) {
            throw new IllegalArgumentException("a moment without bounds");
        }
    }

    public static Moment of(String iso) {
        return new Moment(iso, iso);
    }

    /** As ISO 8601-2 writes it: {@code 1991}, {@code 1990/1999}, or {@code ../2023-09-22} for that day or before. */
    public String iso() {
        if (earliest != null && earliest.equals(latest)) {
            return earliest;
        }
        return (earliest == null ? ".." : earliest) + "/" + (latest == null ? ".." : latest);
    }
}
