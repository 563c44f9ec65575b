package org.casus.annotation;

import java.util.List;
import java.util.Set;

/** Whether the verb beside a temporal expression looks back or ahead; "on Friday" hangs on it. */
enum Tense {
    PAST,
    PRESENT,
    FUTURE;

    private static final Set<String> AHEAD = Set.of("will", "shall", "'ll", "’ll", "would", "'d", "’d");

    /** "plans to meet on Friday" looks ahead, "was forced to sign on Friday" does not. */
    private static final Set<String> PLANNING = WordList.read("planning-words.txt");

    /** "Agreed to meet on March 20" looks ahead, but "agreed to meet on Monday" mostly tells when they agreed. */
    private static final Set<String> SAYING = WordList.read("offering-words.txt");

    /** The tense of the nearest verb before token {@code at}, else of the nearest after it. */
    static Tense at(List<Token> tokens, int at) {
        boolean weekday = isWeekday(tokens, at);
        for (int i = at - 1; i >= 0; i--) {
            if (tokens.get(i).isVerb()) {
                return ofVerb(tokens, i, weekday);
            }
        }
        for (int i = at; i < tokens.size(); i++) {
            if (tokens.get(i).isVerb() || tokens.get(i).pos().equals("MD")) {
                return ofVerb(tokens, i, weekday);
            }
        }
        return PRESENT;
    }

    /** "Monday" or "early Monday", but not "Monday, March 20". */
    private static boolean isWeekday(List<Token> tokens, int at) {
        int day = tokens.get(at).text().matches("early|late") && at + 1 < tokens.size() ? at + 1 : at;
        return NewsTime.weekday(tokens.get(day).text()).isPresent()
                && tokens.stream().skip(day + 1L).limit(2).noneMatch(token -> NewsTime.namesMonth(token.text()));
    }

    private static boolean plans(Token token, boolean weekday) {
        return PLANNING.contains(token.lemma()) || (!weekday && SAYING.contains(token.lemma()));
    }

    private static Tense ofVerb(List<Token> tokens, int verb, boolean weekday) {
        for (int i = verb; i >= 0; i--) {
            Token token = tokens.get(i);
            switch (token.pos()) {
                case "MD" -> {
                    return AHEAD.contains(token.text()) ? FUTURE : PRESENT;
                }
                case "VBD", "VBN" -> {
                    return plans(token, weekday) && verb > i ? FUTURE : PAST;
                }
                case "VBZ", "VBP" -> {
                    return plans(token, weekday) ? FUTURE : PRESENT;
                }
                case "JJ" -> {
                    if (verb > i && plans(token, weekday)) {
                        return FUTURE;
                    }
                }
                default -> {}
            }
        }
        return PRESENT;
    }
}
