package org.casus.fusion;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The times under which reports are looked up: each day of a few, a longer stretch as a whole, or none. */
final class Times {
    static final String NONE = "";
    private static final int DAY = "2020-01-01".length();

    private Times() {}

    static List<String> of(@Nullable Days days) {
        if (days == null) {
            return List.of(NONE);
        }
        if (!days.isExact()) {
            return List.of(days.first() + ".." + days.last());
        }
        return IntStream.rangeClosed(days.from(), days.last())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** The times of what awaits fusion: "first day/last day", or "/" and when the article was published. */
    static List<String> awaited(String note) {
        int slash = note.indexOf('/');
        if (slash > 0) {
            // Whether the text told the days is not noted: untold, they begin one earlier.
            return of(new Days(day(note.substring(0, slash)), day(note.substring(slash + 1)), false));
        }
        return of(Dispatch.recently(note.substring(1)));
    }

    /** The day of a date or of an instant, counted from 1970. */
    static int day(String iso) {
        return Math.toIntExact(LocalDate.parse(iso.substring(0, DAY)).toEpochDay());
    }

    static String iso(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
