package org.casus.extraction;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.casus.annotation.Sentence;

/** The titles of offices. */
final class Offices {
    private static final int LONGEST = 5;

    private final Set<String> titles = new HashSet<>();

    Offices() {
        Table.read("offices.tsv", 4).forEach(row -> titles.add(row.cell(0)));
    }

    /** "president" of "ex-president". */
    static String withoutPrefix(String word) {
        return word.replaceFirst("^(?i)ex-", "");
    }

    /** The first token of the longest title that ends with token {@code last}; -1 where none does. */
    int begin(Sentence sentence, int last) {
        String title = "";
        int found = -1;
        for (int i = last; i >= 0 && i > last - LONGEST; i--) {
            title = withoutPrefix(sentence.token(i).text().toLowerCase(Locale.ROOT))
                    + (title.isEmpty() ? "" : " " + title);
            if (titles.contains(title)) {
                found = i;
            }
        }
        return found;
    }
}
