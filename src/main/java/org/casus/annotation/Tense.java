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
    private static final Set<String> PLANNING = Set.of(
            "plan",
            "intend",
            "expect",
            "schedule",
            "set",
            "due",
            "hope",
            "prepare",
            "vow",
            "pledge",
            "promise",
            "want",
            "aim",
            "slate",
            "threaten",
            "agree",
            "decide",
            "propose",
            "offer",
            "invite",
            "ask");

    /** The tense of the nearest verb before token {@code at}, else of the nearest after it. */
    static Tense at(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (tokens.get(i).isVerb()) {
                return ofVerb(tokens, i);
            }
        }
        for (int i = at; i < tokens.size(); i++) {
            if (tokens.get(i).isVerb() || tokens.get(i).pos().equals("MD")) {
                return ofVerb(tokens, i);
            }
        }
        return PRESENT;
    }

    private static Tense ofVerb(List<Token> tokens, int verb) {
        for (int i = verb; i >= 0; i--) {
            Token token = tokens.get(i);
            switch (token.pos()) {
                case "MD" -> {
                    return AHEAD.contains(token.text()) ? FUTURE : PRESENT;
                }
                case "VBD" -> {
                    return PLANNING.contains(token.lemma()) && verb > i ? FUTURE : PAST;
                }
                case "VBN" -> {
                    return PLANNING.contains(token.lemma()) && verb > i ? FUTURE : PAST;
                }
                case "VBZ", "VBP" -> {
                    return PLANNING.contains(token.lemma()) ? FUTURE : PRESENT;
                }
                case "JJ" -> {
                    if (verb > i && PLANNING.contains(token.lemma())) {
                        return FUTURE;
                    }
                }
                default -> {}
            }
        }
        return PRESENT;
    }
}
