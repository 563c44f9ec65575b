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
    /** A word that is left out, and the verb that it is hung on. */
    record Aside(int place, int verb, String relation) {}

    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_RELATIVE = 16;
    static final String BE = "is|was|are|were";
    private static final String CHARGING = "(accus|suspect|convict|acquitt?)(e|es|s|ed|ing)?";
    private static final Set<String> GERUNDS = WordList.read("gerunds.txt");

    /** What tells that a speaker is not named, behind "who". */
    private static final Pattern UNNAMED = Pattern.compile(
            "((asked|requested|wished|preferred|wanted|declined|refused|(did|does) (not|n't) (want|wish))"
                    + " (not )?to (be (named|identified|quoted)( by name)?|remain anonymous)"
                    + "|(spoke|speaks|talked) on (the )?condition of anonymity)\\b");

    private static final Pattern ABBREVIATION = Pattern.compile("[A-Z][A-Za-z.-]*[A-Z]\\.?");

    private static final Set<String> RANKS = Set.of("RBS", "JJS");

    private final Words words;
    private final List<Aside> asides = new ArrayList<>();
    private final SubordinateClauses clauses;

    private PlainWording(SubordinateClauses clauses) {
        this.clauses = clauses;
        words = clauses.main();
        asides.addAll(clauses.commas());
    }

    static PlainWording of(List<Word> words) {
        PlainWording plain = new PlainWording(SubordinateClauses.of(words));
        plain.turnInversion();
        for (int i = 0; i < plain.words.size(); i++) {
            plain.leaveAbbreviation(i);
            plain.leaveAnonymity(i);
            plain.openCleft(i);
            plain.leaveQuantifier(i);
            plain.fillRelative(i);
            plain.nameRelative(i);
            plain.fillObject(i);
            plain.leaveNaming(i);
        }
        ClauseMarks.addTo(plain.words);
        return plain;
    }

    Words words() {
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
        int participle = words.says(0, "among") && words.says(1, "those") ? 2 : words.says(0, "also") ? 1 : 0;
        int be = participle + 1;
        while (be < words.size() && !words.is(be, "VB.*|MD|,|:|CC|WDT|WP")) {
            be++;
        }
        int end = endOfClause(be);
        while (end > be && words.is(end - 1, "[.:,]|''")) {
            end--;
        }
        boolean inverted = words.is(participle, participle == 2 ? "VB[NG]" : "VBN")
                && words.says(be, BE)
                && be + 1 < end
                && words.is(be + 1, "DT|CD|NN.*|JJ|RB|PRP\\$|QP");
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
            if (words.is(i, ",") && words.is(i + 1, "CC") && words.is(i + 2, "DT|CD|NN.*|JJ|PRP\\$?")) {
                int verb = i + 2;
                while (words.is(verb, "DT|CD|NN.*|JJ|PRP\\$?|POS")) {
                    verb++;
                }
                if (words.is(verb, ClauseMarks.FINITE)) {
                    return i;
                }
            }
        }
        return words.size();
    }

    /** "It was Riga that fired" -> "Riga fired"; "it was in Riga that they met" -> "in Riga they met". */
    private void openCleft(int i) {
        int be = words.says(i + 1, "may|might|could|must") && words.says(i + 2, "have") ? i + 3 : i + 1;
        if (!words.says(i, "it") || !words.says(be, BE + "|been")) {
            return;
        }
        boolean not = words.says(be + 1, "not|n't|never");
        int first = not ? be + 2 : be + 1;
        int that = first;
        while (that < words.size()
                && that < first + LONGEST_NAME
                && !words.is(that, "VB.*|MD|:|WDT|WP")
                && !(words.says(that, "that") && that > first)) {
            that++;
        }
        int verb = that + 1;
        while (words.is(verb, "RB")) {
            verb++;
        }
        boolean subject = that > first + (words.is(first, "NNPS?") ? 0 : 1)
                && (words.is(first, "NNPS?") || words.says(first, "the|its|their|his|her"))
                && words.subList(first, that).stream().noneMatch(PlainWording::ranks)
                && words.is(verb, ClauseMarks.FINITE);
        boolean where = words.is(first, "IN")
                && !words.says(first, "until|like|as|for")
                && words.is(that + 1, "DT|NN.*|CD|JJ|PRP\\$?");
        if (!words.says(that, "that|who|which") || !(subject || (where && words.says(that, "that")))) {
            return;
        }
        while (verb < words.size() && !words.is(verb, "VB.*")) {
            verb++;
        }
        if (verb == words.size()) {
            return;
        }
        while (words.is(verb, "VB[DZP]")
                && words.says(verb, BE + "|has|have|had|did|does|do")
                && words.is(verb + 1, "VB.*")) {
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
        if (i == 0 || !words.says(i, "both|all|each") || !words.is(i, "DT|PDT|CC|RB")) {
            return;
        }
        boolean behindAuxiliary = words.is(i - 1, "VB[DZP]|MD")
                && words.says(i - 1, "has|have|had|will|would|could|may|might|must|should|did|do")
                && words.is(i + 1, "VB[NDP]?|RB");
        boolean behindSubject = words.is(i - 1, "NN.*|PRP") && words.is(i + 1, "VB[DZPN]|MD");
        if (!behindAuxiliary && !behindSubject) {
            return;
        }
        int verb = i + 1;
        while (verb + 1 < words.size() && words.is(verb, "RB|MD")) {
            verb++;
        }
        leaveOut(i, verb, "advmod");
        if (behindSubject && words.is(i + 1, "VBN") && words.is(i + 2, "DT|CD|NN.*|PRP\\$?|JJ")) {
            Word sent = words.get(i + 1);
            words.set(i + 1, new Word(sent.form(), "VBD", sent.place()));
        }
        words.remove(i);
    }

    /** "The Southern Front (SF) fled" -> "the Southern Front fled". */
    private void leaveAbbreviation(int i) {
        if (words.is(i, "-LRB-")
                && words.is(i + 1, "NN.*")
                && words.is(i + 2, "-RRB-")
                && words.is(i - 1, "NN.*")
                && ABBREVIATION.matcher(words.get(i + 1).form()).matches()) {
            leaveOut(i, i + 1, "punct");
            leaveOut(i + 2, i + 1, "punct");
            leaveOut(i + 1, i - 1, "appos");
            words.subList(i, i + 3).clear();
        }
    }

    /** "An officer who asked not to be named said" -> "an officer said". */
    private void leaveAnonymity(int i) {
        if (!words.says(i, "who") || !words.is(i - 1, "NN.*")) {
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
        if (words.says(end, "because|as|since")) {
            int told = end;
            while (told < words.size() && !(words.is(told, "VBD") && words.says(told, "said|told|added|confirmed"))) {
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
        boolean noun = words.is(i - 1, "NN.*") || words.says(i - 1, "those");
        if (!words.is(i, "VBN") || !noun || !words.is(i + 1, "IN|TO|RB|RP")) {
            return;
        }
        int verb = i + 1;
        while (verb < words.size() && verb - i < LONGEST_RELATIVE && !words.is(verb, "VB[DZPN]|MD|,|:|CC|WDT|WP")) {
            verb++;
        }
        if (words.is(verb, ClauseMarks.FINITE) && words.is(verb - 1, "NN.*|CD") && words.says(i + 1, "by")) {
            words.add(verb, new Word(",", ",", Word.ADDED));
            words.add(i, new Word(",", ",", Word.ADDED));
        } else if (words.is(verb, ClauseMarks.FINITE) && words.is(verb - 1, "NN.*|CD")) {
            words.add(i, new Word("were", "VBD", Word.ADDED));
            words.add(i, new Word("that", "WDT", Word.ADDED));
        }
    }

    /** "Chad, which arms them" -> "Chad, who arms them": what the parser takes for no determiner. */
    private void nameRelative(int i) {
        if (words.says(i, "which") && (i == 0 || words.is(i - 1, ",")) && words.is(i + 1, ClauseMarks.FINITE)) {
            words.set(i, new Word("who", "WP", words.get(i).place()));
        }
    }

    /**
     * "Accused of arming rebels" -> "accused of arming the rebels"; so with ", accusing rebels of it", and with any
     * gerund of which somebody is accused.
     */
    private void fillObject(int i) {
        boolean gerund = words.is(i, "VBG")
                && words.is(i - 1, "IN|,")
                && !words.says(i - 1, "in")
                && (GERUNDS.contains(words.get(i).form()) || isCharge(i - 1));
        if (gerund && words.is(i + 1, "NN.*|JJ|CD") && !words.says(i + 1, "dead")) {
            words.add(i + 1, new Word("the", "DT", Word.ADDED));
        }
    }

    /** The "of" behind whom a verb accuses: "accused the army of"; the last of them, if there are two. */
    private boolean isCharge(int of) {
        int verb = of - 1;
        while (words.is(verb, "DT|NN.*|JJ|CD|POS|PRP\\$?")) {
            verb--;
        }
        int next = of + 2;
        while (words.is(next, "DT|NN.*|JJ|CD|POS")) {
            next++;
        }
        return words.says(of, "of")
                && words.is(verb, "VB.*")
                && words.says(verb, CHARGING)
                && !(words.says(next, "of") && words.is(next + 1, "VBG"));
    }

    /**
     * "Fled what police called a raid" -> "fled a raid", which is so called by police; so with "what it said was" and
     * "what is known as".
     */
    private void leaveNaming(int i) {
        Naming.at(words, i).ifPresent(naming -> {
            leaveOut(naming.verb(), naming.noun(), "parataxis");
            for (int left = i; left < naming.first(); left++) {
                if (left != naming.verb()) {
                    leaveOut(left, naming.above(left), naming.relation(words, left));
                }
            }
            words.subList(i, naming.first()).clear();
        });
    }

    private void leaveOut(int i, int verb, String relation) {
        asides.add(new Aside(words.get(i).place(), words.get(verb).place(), relation));
    }
}
