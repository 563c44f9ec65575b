package org.casus.fusion;

import java.io.Serializable;

/**
 * The days on which something can have happened, both ends inclusive, counted from 1970.
 *
 * @param told true where the sentence tells them, false where they follow from the article's date
 */
record Days(int first, int last, boolean told) implements Serializable {
    /** What is told more loosely than this tells of a stretch of time, not of a day. */
    static final int WEEK = 7;

    Days {
        if (last < first) {
            throw new IllegalArgumentException("not a stretch of days: %d to %d".formatted(first, last));
        }
    }

    boolean isExact() {
        return last - first < WEEK;
    }

    /** The first day to be looked at: what a paper prints today may have happened yesterday. */
    int from() {
        return told ? first : first - 1;
    }

    /** How well two tellings of one time go together, from -1 to 1. */
    double likeness(Days other) {
        if (from() > other.last || other.from() > last) {
            return -1;
        }
        if (isExact() != other.isExact()) {
            return 0;
        }
        if (first == other.first && last == other.last) {
            return told || other.told ? 1 : 0.8;
        }
        return isExact() ? 0.6 : -1;
    }
}
