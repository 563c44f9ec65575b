package org.casus.annotation;

import java.util.Locale;
import java.util.Set;

/** Puts in what tells where a clause begins: a "that", or a comma. */
final class ClauseMarks {
    private static final Set<String> CLAUSAL = WordList.read("clausal-verbs.txt");
    static final Set<String> REPORTING = WordList.read("reporting-verbs.txt");
    static final String FINITE = "VB[DZP]|MD";
    static final String WITHIN = "of|in|from|near|at|for|to|with|outside|across|inside";
    private static final String NOUN_PHRASE = "DT|NN.*|JJ.*|CD|POS|PRP\\$?|EX|RBS?";
    private static final String DAY = "(mon|tues|wednes|thurs|fri|satur|sun)day";

    private static final int LONGEST_PHRASE = 16;

    private final Words words;

    private ClauseMarks(Words words) {
        this.words = words;
    }

    static void addTo(Words words) {
        ClauseMarks marks = new ClauseMarks(words);
        for (int i = 0; i < words.size(); i++) {
            marks.fillThat(i);
            marks.partClauses(i);
        }
    }

    /** "Left, saying rebels had fired" -> "left, saying that rebels had fired"; so with "said on Monday rebels had". */
    private void fillThat(int i) {
        boolean reports = words.is(i, "VB[DZPGN]")
                && REPORTING.contains(words.get(i).form().toLowerCase(Locale.ROOT))
                && (!words.is(i, "VBG") || words.is(i - 1, ","))
                && !words.is(i - 1, "HYPH")
                && !words.says(i - 1, "-");
        if (!reports || isInRelative(i)) {
            return;
        }
        int day = words.says(i + 1, "on") ? i + 2 : i + 1;
        int clause = words.says(day, DAY) ? day + 1 : i + 1;
        int verb = clause;
        while (verb - clause < LONGEST_PHRASE && isOfPhrase(verb, clause)) {
            verb++;
        }
        if (verb > clause && words.is(verb, FINITE) && words.is(verb - 1, "NN.*|PRP|CD|DT|EX|RB|JJ")) {
            words.add(clause, new Word("that", "IN", Word.ADDED));
        }
    }

    /** "Chad shut the road and Niger sent troops" -> "Chad shut the road, and Niger sent troops": Niger is not shut. */
    private void partClauses(int i) {
        if (!words.is(i, "CC") || !words.says(i, "and|but")) {
            return;
        }
        int second = i + 1;
        boolean two = false; // "Bombed the tunnels and depots Hamas uses".
        while (isOfPhrase(second, i + 1)) {
            two |= words.is(second, "NNPS?") && second > i + 1 && words.is(second - 1, "NNS?");
            second++;
        }
        int first = i - 1;
        while (words.is(first, NOUN_PHRASE) || words.says(first, WITHIN + "|into|onto|on")) {
            first--;
        }
        boolean clause = second > i + 1
                && !two
                && words.is(second - 1, "NN.*|CD|PRP")
                && words.is(words.is(second, "RB") ? second + 1 : second, "VB[DZ]|MD");
        if (clause && first + 1 < i && takesObject(first, i) && opensClause(first)) {
            words.add(i, new Word(",", ",", Word.ADDED));
        }
    }

    /** Whether what stands between is a verb's object, and no clause: "saw Chad and Niger fail". */
    private boolean takesObject(int verb, int end) {
        boolean announced = words.says(verb, "announce[sd]?");
        for (int i = verb + 1; i + 1 < end; i++) {
            if (words.is(i, "NNS?") && words.is(i + 1, "NNP|PRP|DT|EX")) {
                return false;
            }
        }
        return words.is(verb + 1, "DT|NN.*|JJ.*|CD|PRP\\$|IN|TO")
                && (words.is(verb, "VB[DZP]") || (words.is(verb, "VB") && words.is(verb - 1, "MD")))
                && (announced || !takesClause(words.get(verb)));
    }

    /** Whether a clause without "that" may follow a verb. */
    static boolean takesClause(Word verb) {
        String form = verb.form().toLowerCase(Locale.ROOT);
        return REPORTING.contains(form) || CLAUSAL.contains(form);
    }

    /** Whether a verb's subject stands right before it, and that opens a clause which tells of no noun. */
    private boolean opensClause(int verb) {
        int subject = verb - 1;
        while (words.is(subject, "MD|RB")) {
            subject--;
        }
        int before = subject;
        while (words.is(before, NOUN_PHRASE) || words.says(before, WITHIN)) {
            before--;
        }
        boolean opens = before < 0
                || words.is(before, "[,:]|CC|``|''")
                || (words.says(before, "that") && words.is(before - 1, "VB.*"));
        return before < subject && (opens || words.is(before, "VB[DZ]"));
    }

    /** Whether a noun phrase goes on; "announced a truce the rebels had rejected" has two. */
    private boolean isOfPhrase(int at, int first) {
        boolean second = at > first && words.is(at, "DT|PRP\\$?|EX") && words.is(at - 1, "NN.*|PRP|CD");
        return !second && (words.is(at, NOUN_PHRASE) || (at > first && words.says(at, WITHIN)));
    }

    /** "Which police said rebels had fired", "who claimed the raid were held": a clause with a gap, or its end. */
    private boolean isInRelative(int verb) {
        if (words.is(verb - 1, "WDT|WP")) {
            return words.stream()
                            .skip(verb + 1L)
                            .filter(word -> word.is(FINITE))
                            .count()
                    < 2;
        }
        int before = verb - 1;
        while (words.is(before, "DT|NN.*|JJ|CD|POS|PRP\\$?|RB|VB[DZP]|MD")) {
            before--;
        }
        return before < verb - 1 && words.is(before, "WDT|WP");
    }
}
