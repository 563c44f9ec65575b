package org.casus.annotation;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parser reads in place of turns of phrase that it has seldom seen: words moved, left out or added. The tree
 * is that of the text's own words all the same.
 */
final class PlainWording {
    /** A word as the parser reads it, and its place in the sentence; {@link #ADDED} where the text does not hold it. */
    record Word(String form, String tag, int place) {
        boolean is(String tags) {
            return tag.matches(tags);
        }

        boolean says(String forms) {
            return form.toLowerCase(Locale.ROOT).matches(forms);
        }
    }

    /** A word that is left out, and the verb that it is hung on. */
    record Aside(int place, int verb, String relation) {}

    static final int ADDED = -1;

    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_RELATIVE = 16;
    static final String FINITE = "VB[DZP]|MD";
    private static final String BE = "is|was|are|were";
    private static final String CHARGING = "(accus|suspect|convict|acquitt?)(e|es|s|ed|ing)?";
    private static final String NOUN_PHRASE = "DT|NN.*|JJ.*|CD|POS|PRP\\$?|EX|RBS?";
    static final String WITHIN = "of|in|from|near|at|for|to|with|outside|across|inside";
    private static final String DAY = "(mon|tues|wednes|thurs|fri|satur|sun)day";
    private static final Set<String> GERUNDS = WordList.read("gerunds.txt");
    static final Set<String> REPORTING = WordList.read("reporting-verbs.txt");
    /** What tells that a speaker is not named, behind "who". */
    private static final Pattern UNNAMED = Pattern.compile(
            "((asked|requested|wished|preferred|wanted|declined|refused|(did|does) (not|n't) (want|wish))"
                    + " (not )?to (be (named|identified|quoted)( by name)?|remain anonymous)"
                    + "|(spoke|speaks|talked) on (the )?condition of anonymity)\\b");

    private static final Set<String> RANKS = Set.of("RBS", "JJS");

    private final List<Word> words;
    private final List<Aside> asides = new ArrayList<>();
    private final SubordinateClauses clauses;

    private PlainWording(SubordinateClauses clauses) {
        this.clauses = clauses;
        words = new ArrayList<>(clauses.main());
        asides.addAll(clauses.commas());
    }

    static PlainWording of(List<Word> words) {
        PlainWording plain = new PlainWording(SubordinateClauses.of(words));
        plain.turnInversion();
        for (int i = 0; i < plain.words.size(); i++) {
            plain.leaveAnonymity(i);
            plain.openCleft(i);
            plain.leaveQuantifier(i);
            plain.fillRelative(i);
            plain.nameRelative(i);
            plain.fillObject(i);
            plain.fillThat(i);
        }
        return plain;
    }

    List<Word> words() {
        return words;
    }

    List<Aside> asides() {
        return asides;
    }

    /** What is parsed by itself. */
    SubordinateClauses clauses() {
        return clauses;
    }

    /** "(Also) killed in the raid were two men" -> "two men were killed in the raid"; so with "among those killed". */
    private void turnInversion() {
        int participle = says(0, "among") && says(1, "those") ? 2 : says(0, "also") ? 1 : 0;
        int be = participle + 1;
        while (be < words.size() && !is(be, "VB.*|MD|,|:|CC|WDT|WP")) {
            be++;
        }
        int end = endOfClause(be);
        while (end > be && is(end - 1, "[.:,]|''")) {
            end--;
        }
        boolean inverted = is(participle, participle == 2 ? "VB[NG]" : "VBN")
                && says(be, BE)
                && be + 1 < end
                && is(be + 1, "DT|CD|NN.*|JJ|RB|PRP\\$|QP");
        if (!inverted) {
            return;
        }
        if (participle == 2) {
            leaveOut(0, participle, "dep");
            leaveOut(1, participle, "dep");
        }
        List<Word> turned = new ArrayList<>(words.subList(be + 1, end));
        turned.add(words.get(be));
        turned.addAll(words.subList(participle == 2 ? 2 : 0, be));
        turned.addAll(words.subList(end, words.size()));
        words.clear();
        words.addAll(turned);
    }

    /** Before ", and three others were hurt", a clause of its own. */
    private int endOfClause(int from) {
        for (int i = from; i < words.size(); i++) {
            if (is(i, ",") && is(i + 1, "CC") && is(i + 2, "DT|CD|NN.*|JJ|PRP\\$?")) {
                int verb = i + 2;
                while (is(verb, "DT|CD|NN.*|JJ|PRP\\$?|POS")) {
                    verb++;
                }
                if (is(verb, FINITE)) {
                    return i;
                }
            }
        }
        return words.size();
    }

    /** "It was Riga that fired" -> "Riga fired"; "it was in Riga that they met" -> "in Riga they met". */
    private void openCleft(int i) {
        int be = says(i + 1, "may|might|could|must") && says(i + 2, "have") ? i + 3 : i + 1;
        if (!says(i, "it") || !says(be, BE + "|been")) {
            return;
        }
        boolean not = says(be + 1, "not|n't|never");
        int first = not ? be + 2 : be + 1;
        int that = first;
        while (that < words.size()
                && that < first + LONGEST_NAME
                && !is(that, "VB.*|MD|:|WDT|WP")
                && !(says(that, "that") && that > first)) {
            that++;
        }
        int verb = that + 1;
        while (is(verb, "RB")) {
            verb++;
        }
        boolean subject = that > first + (is(first, "NNPS?") ? 0 : 1)
                && (is(first, "NNPS?") || says(first, "the|its|their|his|her"))
                && words.subList(first, that).stream().noneMatch(PlainWording::ranks)
                && is(verb, FINITE);
        boolean where = is(first, "IN") && !says(first, "until|like|as|for") && is(that + 1, "DT|NN.*|CD|JJ|PRP\\$?");
        if (!says(that, "that|who|which") || !(subject || (where && says(that, "that")))) {
            return;
        }
        while (verb < words.size() && !is(verb, "VB.*")) {
            verb++;
        }
        if (verb == words.size()) {
            return;
        }
        while (is(verb, "VB[DZP]") && says(verb, BE + "|has|have|had|did|does|do") && is(verb + 1, "VB.*")) {
            verb++;
        }
        for (int left = i; left < first; left++) {
            leaveOut(left, verb, left == i ? "expl" : left > be ? "advmod" : "aux");
        }
        if (subject) {
            leaveOut(that, verb, "mark");
            words.remove(that);
        } else {
            words.set(that, new Word(",", ",", words.get(that).place()));
        }
        words.subList(i, first).clear();
    }

    /** "The only one that fired" tells of him, and is no cleft. */
    private static boolean ranks(Word word) {
        return RANKS.contains(word.tag()) || word.says("first|second|third|last|latest|only|kind|time|one");
    }

    /** "Chad and Niger have both sent tanks" -> "have sent tanks". */
    private void leaveQuantifier(int i) {
        if (i == 0 || !says(i, "both|all|each") || !is(i, "DT|PDT|CC|RB")) {
            return;
        }
        boolean behindAuxiliary = is(i - 1, "VB[DZP]|MD")
                && says(i - 1, "has|have|had|will|would|could|may|might|must|should|did|do")
                && is(i + 1, "VB[NDP]?|RB");
        boolean behindSubject = is(i - 1, "NN.*|PRP") && is(i + 1, "VB[DZPN]|MD");
        if (!behindAuxiliary && !behindSubject) {
            return;
        }
        int verb = i + 1;
        while (verb + 1 < words.size() && is(verb, "RB|MD")) {
            verb++;
        }
        leaveOut(i, verb, "advmod");
        if (behindSubject && is(i + 1, "VBN") && is(i + 2, "DT|CD|NN.*|PRP\\$?|JJ")) {
            Word sent = words.get(i + 1);
            words.set(i + 1, new Word(sent.form(), "VBD", sent.place()));
        }
        words.remove(i);
    }

    /** "An officer who asked not to be named said" -> "an officer said". */
    private void leaveAnonymity(int i) {
        if (!says(i, "who") || !is(i - 1, "NN.*")) {
            return;
        }
        String behind = words.subList(i + 1, Math.min(words.size(), i + LONGEST_NAME + 2)).stream()
                .map(word -> word.form().toLowerCase(Locale.ROOT))
                .collect(joining(" "));
        Matcher unnamed = UNNAMED.matcher(behind);
        if (!unnamed.lookingAt()) {
            return;
        }
        int end = i + 1 + unnamed.group().split(" ", -1).length;
        if (says(end, "because|as|since")) {
            int told = end;
            while (told < words.size() && !(is(told, "VBD") && says(told, "said|told|added|confirmed"))) {
                told++;
            }
            end = told < words.size() ? told : end;
        }
        for (int left = i; left < end; left++) {
            leaveOut(left, i - 1, "dep");
        }
        words.subList(i, end).clear();
    }

    /**
     * "Planes flown by rebels bombed it" -> "planes, flown by rebels, bombed it"; "planes sent to Chad bombed it" ->
     * "planes that were sent to Chad bombed it".
     */
    private void fillRelative(int i) {
        boolean noun = is(i - 1, "NN.*") || says(i - 1, "those");
        if (!is(i, "VBN") || !noun || !is(i + 1, "IN|TO|RB|RP")) {
            return;
        }
        int verb = i + 1;
        while (verb < words.size() && verb - i < LONGEST_RELATIVE && !is(verb, "VB[DZPN]|MD|,|:|CC|WDT|WP")) {
            verb++;
        }
        if (is(verb, FINITE) && is(verb - 1, "NN.*|CD") && says(i + 1, "by")) {
            words.add(verb, new Word(",", ",", ADDED));
            words.add(i, new Word(",", ",", ADDED));
        } else if (is(verb, FINITE) && is(verb - 1, "NN.*|CD")) {
            words.add(i, new Word("were", "VBD", ADDED));
            words.add(i, new Word("that", "WDT", ADDED));
        }
    }

    /** "Chad, which arms them" -> "Chad, who arms them": what the parser takes for no determiner. */
    private void nameRelative(int i) {
        if (says(i, "which") && (i == 0 || is(i - 1, ",")) && is(i + 1, FINITE)) {
            words.set(i, new Word("who", "WP", words.get(i).place()));
        }
    }

    /**
     * "Accused of arming rebels" -> "accused of arming the rebels"; so with ", accusing rebels of it", and with any
     * gerund of which somebody is accused.
     */
    private void fillObject(int i) {
        boolean gerund = is(i, "VBG")
                && is(i - 1, "IN|,")
                && !says(i - 1, "in")
                && (GERUNDS.contains(words.get(i).form()) || isCharge(i - 1));
        if (gerund && is(i + 1, "NN.*|JJ|CD") && !says(i + 1, "dead")) {
            words.add(i + 1, new Word("the", "DT", ADDED));
        }
    }

    /** The "of" behind whom a verb accuses: "accused the army of"; the last of them, if there are two. */
    private boolean isCharge(int of) {
        int verb = of - 1;
        while (is(verb, "DT|NN.*|JJ|CD|POS|PRP\\$?")) {
            verb--;
        }
        int next = of + 2;
        while (is(next, "DT|NN.*|JJ|CD|POS")) {
            next++;
        }
        return says(of, "of") && is(verb, "VB.*") && says(verb, CHARGING) && !(says(next, "of") && is(next + 1, "VBG"));
    }

    /** "Left, saying rebels had fired" -> "left, saying that rebels had fired"; so with "said on Monday rebels had". */
    private void fillThat(int i) {
        boolean reports = is(i, "VB[DZPGN]")
                && REPORTING.contains(words.get(i).form().toLowerCase(Locale.ROOT))
                && (!is(i, "VBG") || is(i - 1, ","))
                && !is(i - 1, "HYPH")
                && !says(i - 1, "-");
        if (!reports || isInRelative(i)) {
            return;
        }
        int day = says(i + 1, "on") ? i + 2 : i + 1;
        int clause = says(day, DAY) ? day + 1 : i + 1;
        int verb = clause;
        while (verb - clause < LONGEST_RELATIVE && isOfPhrase(verb, clause)) {
            verb++;
        }
        if (verb > clause && is(verb, FINITE) && is(verb - 1, "NN.*|PRP|CD|DT|EX|RB|JJ")) {
            words.add(clause, new Word("that", "IN", ADDED));
        }
    }

    /** Whether a noun phrase goes on; "announced a truce the rebels had rejected" has two. */
    private boolean isOfPhrase(int at, int first) {
        boolean second = at > first && is(at, "DT|PRP\\$?|EX") && is(at - 1, "NN.*|PRP|CD");
        return !second && (is(at, NOUN_PHRASE) || (at > first && says(at, WITHIN)));
    }

    /** "Which police said rebels had fired", "who claimed the raid were held": a clause with a gap, or its end. */
    private boolean isInRelative(int verb) {
        if (is(verb - 1, "WDT|WP")) {
            return words.stream()
                            .skip(verb + 1L)
                            .filter(word -> word.is(FINITE))
                            .count()
                    < 2;
        }
        int before = verb - 1;
        while (is(before, "DT|NN.*|JJ|CD|POS|PRP\\$?|RB|VB[DZP]|MD")) {
            before--;
        }
        return before < verb - 1 && is(before, "WDT|WP");
    }

    private void leaveOut(int i, int verb, String relation) {
        asides.add(new Aside(words.get(i).place(), words.get(verb).place(), relation));
    }

    private boolean is(int i, String tags) {
        return i >= 0 && i < words.size() && words.get(i).is(tags);
    }

    private boolean says(int i, String forms) {
        return i >= 0 && i < words.size() && words.get(i).says(forms);
    }
}
