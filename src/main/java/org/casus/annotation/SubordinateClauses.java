package org.casus.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.annotation.PlainWording.Aside;

/** Breaks off the clauses of a sentence without which the parser reads the rest, and each of them, better. */
final class SubordinateClauses {
    /** A clause that is parsed by itself, and the place of the noun that it tells of. */
    record Relative(int noun, List<Word> words) {}

    private static final String SUBJECT = "DT|PDT|NN.*|JJ.*|CD|POS|IN|TO|PRP\\$|CC|VB[NG]";
    private static final String RELATIVE = "who|whom|which|where|whose";
    private static final Set<String> STATES = WordList.read("states.txt");
    private static final String OPENING = "as|after|when|while|although|though|because|before|since";
    private static final int LONGEST_CLAUSE = 24;

    private final Words words;
    private final List<Aside> commas = new ArrayList<>();
    private final List<Relative> relatives = new ArrayList<>();
    private final List<Word> opening = new ArrayList<>();

    private SubordinateClauses(List<Word> words) {
        this.words = new Words(words);
    }

    static SubordinateClauses of(List<Word> words) {
        SubordinateClauses clauses = new SubordinateClauses(words);
        clauses.leaveOpening();
        for (int i = 0; i < clauses.words.size(); i++) {
            clauses.leaveRelative(i);
            clauses.leaveRestrictive(i);
        }
        return clauses;
    }

    /** What is left. */
    Words main() {
        return words;
    }

    /** Those that parted the clauses from the rest. */
    List<Aside> commas() {
        return commas;
    }

    List<Relative> relatives() {
        return relatives;
    }

    /** The clause that the sentence opens with, or nothing. */
    List<Word> opening() {
        return opening;
    }

    /** "As rebels left Chad, army chief Ali fled" -> "army chief Ali fled", who is no apposition of Chad. */
    private void leaveOpening() {
        int subject = 1;
        while (words.is(subject, SUBJECT)) {
            subject++;
        }
        boolean measure = words.says(0, "as") && words.says(1, "many|much|few|long|well|soon|little");
        if (!words.says(0, OPENING)
                || measure
                || subject == 1
                || !words.is(words.is(subject, "RB") ? subject + 1 : subject, ClauseMarks.FINITE)) {
            return;
        }
        for (int comma = subject + 2; comma < words.size(); comma++) {
            int verb = comma + 1;
            while (words.is(verb, "DT|NN.*|JJ.*|CD|POS")
                    || (verb > comma + 1 && words.says(verb, ClauseMarks.WITHIN))) {
                verb++;
            }
            boolean clause = words.is(verb - 1, "NN.*")
                    && words.is(words.is(verb, "RB") ? verb + 1 : verb, ClauseMarks.FINITE)
                    && !endsInSaying(verb);
            if (words.is(comma, ",") && words.is(comma - 1, "NN.*") && verb > comma + 1 && clause) {
                opening.addAll(words.subList(0, comma + 1));
                words.subList(0, comma + 1).clear();
                return;
            }
        }
    }

    /** "..., officials said on Monday": what opens the sentence is what they said. */
    private boolean endsInSaying(int verb) {
        return ClauseMarks.REPORTING.contains(words.get(verb).form().toLowerCase(Locale.ROOT))
                && words.stream().skip(verb + 1L).noneMatch(word -> word.is(ClauseMarks.FINITE));
    }

    /**
     * "Troops in Chad, who are tired, fired" -> "troops in Chad fired", and of the troops "who are tired"; so with "met
     * the king, who is ill, and left".
     */
    private void leaveRelative(int comma) {
        if (!words.is(comma, ",") || !words.says(comma + 1, RELATIVE) || !words.is(comma - 1, "NN.*|JJ")) {
            return;
        }
        boolean subject = isSubject(comma);
        int end = comma + 2;
        while (end < words.size() && !(words.is(end, ",") && goesOn(end + 1, subject))) {
            end++;
        }
        boolean clause = end < words.size()
                && end - comma <= LONGEST_CLAUSE
                && words.subList(comma + 2, end).stream().anyMatch(word -> word.is(ClauseMarks.FINITE));
        if (!clause) {
            return;
        }
        int noun = words.says(comma + 1, "who|whom") ? person(comma - 1) : comma - 1;
        boolean series = !subject && isSeries(comma + 2, end);
        if (series) {
            end = words.is(words.size() - 1, "[.]") ? words.size() - 1 : words.size();
        }
        relatives.add(new Relative(words.get(noun).place(), standing(comma + 1, end)));
        leaveOut(comma, noun);
        if (!series) {
            leaveOut(end, noun);
        }
        words.subList(comma, series ? end : end + 1).clear();
    }

    /**
     * "A man who admitted spying was jailed" -> "a man was jailed", and of the man "who admitted spying", where a
     * clause opens with him.
     */
    private void leaveRestrictive(int pronoun) {
        int verb = words.is(pronoun + 1, "RB") ? pronoun + 2 : pronoun + 1;
        boolean relative = words.says(pronoun, "who|that|which")
                && words.is(pronoun, "WP|WDT")
                && (words.is(pronoun - 1, "NN.*") || words.says(pronoun - 1, "those"))
                && words.is(verb, ClauseMarks.FINITE)
                && isSubject(pronoun);
        int end = relative ? mainVerb(verb) : words.size();
        if (end == words.size()) {
            return;
        }
        int noun = words.says(pronoun, "who") ? person(pronoun - 1) : pronoun - 1;
        relatives.add(new Relative(words.get(noun).place(), standing(pronoun, end)));
        words.subList(pronoun, end).clear();
    }

    /** "Who admitted spying" -> "they admitted spying", which the parser knows as a sentence. */
    private List<Word> standing(int pronoun, int end) {
        List<Word> clause = new ArrayList<>(words.subList(pronoun, end));
        Word who = clause.get(0);
        int verb = words.is(pronoun + 1, "RB") ? pronoun + 2 : pronoun + 1;
        if (who.says("who|which|that") && words.is(verb, ClauseMarks.FINITE)) {
            clause.set(0, new Word("they", "PRP", who.place()));
        }
        return List.copyOf(clause);
    }

    /** The verb behind a clause that nothing parts from it; behind one of saying the first is of what was said. */
    private int mainVerb(int relative) {
        boolean says = ClauseMarks.takesClause(words.get(relative)) && !words.is(relative + 1, "VBG|VBN|TO|IN|RB|JJ");
        for (int i = relative + 1; i < Math.min(words.size(), relative + LONGEST_CLAUSE); i++) {
            if (words.is(i, ",|:|W.*|PRP|EX") || (words.is(i, "IN") && words.says(i, OPENING + "|that|if|where"))) {
                return words.size();
            }
            boolean adverb = words.is(i - 1, "RB") && words.is(i - 2, "NN.*|CD");
            if (words.is(i, ClauseMarks.FINITE) && (adverb || words.is(i - 1, "NN.*|CD|RP"))) {
                return says ? words.size() : i;
            }
        }
        return words.size();
    }

    /** "Who attacked it, burned houses, and fled": all that is theirs. */
    private boolean isSeries(int from, int end) {
        for (int i = from; i < end; i++) {
            if (words.is(i, ",") && words.is(i + 1, "VB[DZN]")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause that was broken off goes on there: with its verb, or with a second. */
    private boolean goesOn(int at, boolean subject) {
        int verb = subject ? at : at + 1;
        verb = words.is(verb, "RB") || words.says(verb, "long") ? verb + 1 : verb;
        return subject ? words.is(verb, ClauseMarks.FINITE) : words.is(at, "CC") && words.is(verb, "VB[DZN]|MD");
    }

    /** Whether what goes before is a noun phrase that a clause opens with, of a sentence or behind "that". */
    private boolean isSubject(int end) {
        int start = end;
        while (words.is(start - 1, SUBJECT)) {
            start--;
        }
        boolean behindPlace = words.is(start - 1, ",")
                && words.subList(0, start).stream().noneMatch(word -> word.is(ClauseMarks.FINITE));
        return start < end
                && !words.is(start, "IN|TO")
                && (start == 0 || words.says(start - 1, "that|said|says|``|\"") || behindPlace);
    }

    /** The troops of "troops in the north, who": no place is a person. */
    private int person(int noun) {
        int preposition = noun;
        while (words.is(preposition, "DT|NN.*|JJ|CD|POS")) {
            preposition--;
        }
        boolean place = words.says(preposition, "in|from|at|near|outside|across|around")
                || (words.says(preposition, "of")
                        && STATES.contains(words.get(noun).form()));
        return place && words.is(preposition - 1, "NN.*") ? preposition - 1 : noun;
    }

    private void leaveOut(int comma, int noun) {
        commas.add(new Aside(words.get(comma).place(), words.get(noun).place(), "punct"));
    }
}
