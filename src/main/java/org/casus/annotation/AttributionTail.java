package org.casus.annotation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The words that name the speaker at the end of a sentence: ", NAME, a spokesman for the ministry, told reporters on
 * Friday." or ", said NAME." The neural parser loses them when the clause before is long, and then the clause as well,
 * so that both are parsed apart.
 *
 * @param comma token that ends the clause which was said
 * @param verb token that says so
 */
record AttributionTail(int comma, int verb) {
    private static final Set<String> VERBS = Set.of(
            "say",
            "tell",
            "report",
            "add",
            "announce",
            "note",
            "write",
            "explain",
            "claim",
            "warn",
            "confirm",
            "insist",
            "state",
            "argue",
            "acknowledge",
            "admit",
            "declare",
            "predict",
            "suggest",
            "quote");

    private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");
    private static final Set<String> SUBJECT_STARTS =
            Set.of("NNP", "NNPS", "PRP", "DT", "NN", "NNS", "JJ", "CD", "PRP$", "RB");
    private static final Set<String> SUBJECT_BREAKERS =
            Set.of("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "PRP", "VB", ":");
    private static final Set<String> AFTER_THE_VERB = Set.of("IN", "TO", ".", "''", "RB", "NNP", ",");
    private static final Set<String> SUBORDINATORS = Set.of(
            "if",
            "when",
            "after",
            "before",
            "as",
            "while",
            "since",
            "because",
            "although",
            "though",
            "once",
            "until",
            "unless",
            "whereas");

    private static final int LONGEST_REST = 14;

    static Optional<AttributionTail> of(List<Token> tokens) {
        for (int verb = tokens.size() - 1; verb > 2; verb--) {
            // "Said an officer who asked not to be named" tells of him, and ends where he does.
            if (!FINITE.contains(tokens.get(verb).pos())
                    || tokens.get(verb - 1).pos().equals("WP")) {
                continue;
            }
            int comma = speaks(tokens, verb) ? comma(tokens, verb) : -1;
            return comma > 0 && isClause(tokens, comma)
                    ? Optional.of(new AttributionTail(comma, verb))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The "adding" of "..., NAME said, adding that ...": what he says further; -1 where there is none. */
    static int addition(List<Token> tokens) {
        for (int verb = 2; verb < tokens.size() - 1; verb++) {
            if (tokens.get(verb).pos().equals("VBG")
                    && VERBS.contains(tokens.get(verb).lemma())
                    && tokens.get(verb - 1).pos().equals(",")
                    && of(tokens.subList(0, verb - 1)).isPresent()) {
                return verb;
            }
        }
        return -1;
    }

    private static boolean speaks(List<Token> tokens, int verb) {
        return VERBS.contains(tokens.get(verb).lemma()) && tokens.size() - verb <= LONGEST_REST;
    }

    /** The comma before the speaker, or before the verb where it stands first: ", said NAME"; else -1. */
    private static int comma(List<Token> tokens, int verb) {
        if (endsClause(tokens, verb - 1) && speakerFollows(tokens, verb)) {
            return verb - 1;
        }
        if (!mayFollow(tokens, verb)) {
            return -1;
        }
        int start = regionStart(tokens, verb);
        if (start < verb) {
            return start > 1 && SUBJECT_STARTS.contains(tokens.get(start).pos()) ? start - 1 : -1;
        }
        return beforeApposition(tokens, verb - 1);
    }

    /** From the comma after an apposition back to the comma before the name: ", NAME, a spokesman for X, said". */
    private static int beforeApposition(List<Token> tokens, int last) {
        int end = last;
        for (int regions = 0; regions < 4 && end > 1; regions++) {
            int start = regionStart(tokens, end);
            if (start >= end || start <= 1) {
                return -1;
            }
            if (regions > 0 && tokens.get(start).isProper()) {
                return start - 1;
            }
            end = start - 1;
        }
        return -1;
    }

    /** Where the noun phrase that ends before {@code end} starts: just after a comma; {@code end} where none does. */
    private static int regionStart(List<Token> tokens, int end) {
        for (int i = end - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (endsClause(tokens, i)) {
                return i + 1;
            }
            boolean onlyWord = i == end - 1 && token.pos().equals("PRP");
            if (SUBJECT_BREAKERS.contains(token.pos()) && !onlyWord) {
                return end;
            }
        }
        return end;
    }

    private static boolean endsClause(List<Token> tokens, int i) {
        // The tagger takes some straight quotes that close for such that open.
        String pos = tokens.get(i).pos();
        return pos.equals(",") || pos.equals("''") || tokens.get(i).text().equals("\"");
    }

    /** Not so in "told Reuters" and "said Tuesday". */
    private static boolean speakerFollows(List<Token> tokens, int verb) {
        return verb + 1 < tokens.size()
                && !tokens.get(verb).lemma().equals("tell")
                && !TemporalWords.holds(tokens.get(verb + 1))
                && startsName(tokens.get(verb + 1));
    }

    private static boolean startsName(Token token) {
        return token.isProper()
                || token.pos().equals("DT")
                || token.isNoun()
                || token.pos().equals("JJ");
    }

    private static boolean mayFollow(List<Token> tokens, int verb) {
        if (verb + 1 >= tokens.size()) {
            return true;
        }
        String next = tokens.get(verb + 1).pos();
        return tokens.get(verb).lemma().equals("tell") || AFTER_THE_VERB.contains(next);
    }

    /** A clause of its own stands before the comma; "When he arrived, the minister said" has none. */
    private static boolean isClause(List<Token> tokens, int comma) {
        boolean waiting = SUBORDINATORS.contains(firstWord(tokens));
        for (Token token : tokens.subList(0, comma)) {
            if (token.pos().equals(",")) {
                waiting = false;
            }
            if (!waiting && FINITE.contains(token.pos())) {
                return true;
            }
        }
        return false;
    }

    private static String firstWord(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !token.pos().equals("``"))
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }
}
