package org.casus.annotation;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The cheap test where temporal expressions may stand, by {@code temporal-words.txt} and the look of numbers. */
final class TemporalWords {
    /** How far expressions reach before their first temporal word and after their last. */
    private static final int BEFORE = 4;

    private static final int AFTER = 3;

    private static final Pattern NUMBER = Pattern.compile(
            "[12]\\d{3}(s|'s|’s)?|['’]?\\d0s|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{1,2}:\\d\\d(:\\d\\d)?|\\d{1,2}(am|pm)");

    private static final Pattern ENDING = Pattern.compile("s?\\.?$");

    private static final Set<String> VERBS = Set.of("MD", "VB", "VBD", "VBP");

    private static final Set<String> WORDS = WordList.read("temporal-words.txt");

    private TemporalWords() {}

    /** The tokens that stand near enough to a temporal word to belong to its expression. */
    static BitSet near(List<Token> tokens) {
        BitSet near = new BitSet(tokens.size());
        for (Token token : tokens) {
            if (holds(token)) {
                near.set(Math.max(0, token.index() - BEFORE), Math.min(tokens.size(), token.index() + AFTER + 1));
            }
        }
        return near;
    }

    /** Whether a token is temporal; "they may march" has neither a May nor a March. */
    static boolean holds(Token token) {
        if (VERBS.contains(token.pos())) {
            return false;
        }
        String word = token.text().toLowerCase(Locale.ROOT);
        return WORDS.contains(ENDING.matcher(word).replaceFirst(""))
                || NUMBER.matcher(word).matches();
    }
}
