package org.casus.annotation;

import java.util.List;
import java.util.Set;

/** Whether the verb beside a temporal expression looks back or ahead; "on Friday" hangs on it. */
enum Tense {
    PAST,
    PRESENT,
    FUTURE;

    private static final Set<String> AHEAD = Set.of("will", "shall", "'ll", "’ll", "would", "'d", "’d");

    /** "May meet on Friday" looks ahead, "may have met" does not. */
    private static final Set<String> OPEN = Set.of("may", "might", "must", "should");

    /** "plans to meet on Friday" looks ahead, "was forced to sign on Friday" does not. */
    private static final Set<String> PLANNING = WordList.read("planning-words.txt");

    /** "Agreed to meet on March 20" looks ahead, but "agreed to meet on Monday" mostly tells when they agreed. */
    private static final Set<String> SAYING = WordList.read("offering-words.txt");

    /** The tense of the nearest verb before token {@code at}, else of the nearest after it. */
    static Tense at(List<Token> tokens, int at) {
        boolean weekday = isWeekday(tokens, at);
        for (int i = at - 1; i >= 0; i--) {
            if (tokens.get(i).isVerb()) {
                boolean appointed = i == at - 2 && tokens.get(at - 1).text().equals("for");
                return appointed && PLANNING.contains(tokens.get(i).lemma()) ? FUTURE : ofVerb(tokens, i, weekday);
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

    private static boolean looksAhead(List<Token> tokens, int modal) {
        String word = tokens.get(modal).text();
        return AHEAD.contains(word)
                || (OPEN.contains(word) && !lemma(tokens, modal + 1).equals("have"));
    }

    /** The "held" of "will be held", whose time is that of what stands before. */
    private static boolean isToBe(List<Token> tokens, int participle) {
        int be = participle - 1;
        while (be > 0 && tokens.get(be).pos().equals("RB")) {
            be--;
        }
        return be >= 0
                && tokens.get(be).pos().equals("VB")
                && tokens.get(be).lemma().equals("be");
    }

    private static String lemma(List<Token> tokens, int i) {
        return i < tokens.size() ? tokens.get(i).lemma() : "";
    }

    private static Tense ofVerb(List<Token> tokens, int verb, boolean weekday) {
        for (int i = verb; i >= 0; i--) {
            Token token = tokens.get(i);
            switch (token.pos()) {
                case "MD" -> {
                    return looksAhead(tokens, i) ? FUTURE : PRESENT;
                }
                case "VBD", "VBN" -> {
                    if (isToBe(tokens, i)) {
                        continue;
                    }
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
