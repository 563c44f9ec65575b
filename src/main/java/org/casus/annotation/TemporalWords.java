package org.casus.annotation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The cheap test whether a token may belong to a temporal expression. */
final class TemporalWords {
    private static final Pattern YEAR =
            Pattern.compile("(1[0-9]|20)\\d\\d(s|'s|’s)?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");

    private static final Set<String> WORDS = Set.of(
            ("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
                            + "mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. "
                            + "january february march april may june july august september october november december "
                            + "jan feb mar apr jun jul aug sep sept oct nov dec "
                            + "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
                            + "second seconds minute minutes hour hours day days week weeks weekend weekends fortnight "
                            + "month months quarter year years decade decades century centuries "
                            + "hourly daily weekly monthly yearly annual annually "
                            + "today tonight yesterday tomorrow overnight morning afternoon evening night noon midday "
                            + "midnight dawn dusk spring summer autumn fall winter now currently ago recently "
                            + "eve christmas easter ramadan thanksgiving halloween")
                    .split(" "));

    private TemporalWords() {}

    static boolean holds(Token token) {
        return WORDS.contains(token.text().toLowerCase(Locale.ROOT))
                || YEAR.matcher(token.text()).matches();
    }
}
